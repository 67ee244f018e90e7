#include "document/undo_stack.h"

#include <doctest/doctest.h>

using palpate::document::UndoStack;
using palpate::map::BodyMap;
using palpate::map::LayerKind;
using palpate::map::MapDelta;

namespace {

// Sets one vertex from 0 to `value`, already applied.
MapDelta paintVertex(BodyMap& map, std::uint32_t vertex, palpate::map::Value value) {
    MapDelta delta;
    delta.vertices = {vertex};
    delta.valuesBefore = {map.layer(LayerKind::Pain).values()[vertex]};
    delta.valuesAfter = {value};
    delta.placesBefore = delta.placesAfter = {0};
    palpate::map::apply(map, delta);
    return delta;
}

}  // namespace

TEST_CASE("undo and redo walk over the same steps") {
    BodyMap map("t", 10);
    UndoStack stack;
    stack.push(paintVertex(map, 1, 70));
    const BodyMap one = map;
    stack.push(paintVertex(map, 2, 30));
    const BodyMap two = map;
    CHECK(stack.undo(map));
    CHECK(map == one);
    CHECK(stack.redo(map));
    CHECK(map == two);
    CHECK(stack.undo(map));
    CHECK(stack.undo(map));
    CHECK(map == BodyMap("t", 10));
    CHECK_FALSE(stack.undo(map));
}

TEST_CASE("a new step forgets what had been undone") {
    BodyMap map("t", 10);
    UndoStack stack;
    stack.push(paintVertex(map, 1, 70));
    stack.undo(map);
    stack.push(paintVertex(map, 2, 30));
    CHECK_FALSE(stack.canRedo());
    CHECK(stack.undoSteps() == 1);
}

TEST_CASE("a change that changed nothing is no step") {
    UndoStack stack;
    stack.push(MapDelta{});
    CHECK_FALSE(stack.canUndo());
}

TEST_CASE("the oldest steps are forgotten beyond the bounds, never the newest") {
    BodyMap map("t", 10);
    SUBCASE("of steps") {
        UndoStack stack(3, 1U << 20U);
        for (std::uint32_t vertex = 0; vertex < 5; ++vertex)
            stack.push(paintVertex(map, vertex, 70));
        CHECK(stack.undoSteps() == 3);
        while (stack.undo(map)) {
        }
        CHECK(map.layer(LayerKind::Pain).values()[1] == 70);
        CHECK(map.layer(LayerKind::Pain).values()[2] == 0);
    }
    SUBCASE("of bytes") {
        UndoStack stack(100, 1);
        stack.push(paintVertex(map, 1, 70));
        stack.push(paintVertex(map, 2, 70));
        CHECK(stack.undoSteps() == 1);
        CHECK(stack.undo(map));
        CHECK(map.layer(LayerKind::Pain).values()[2] == 0);
    }
}

TEST_CASE("the bytes of a stack are those of its steps, and go when they go") {
    BodyMap map("t", 10);
    UndoStack stack;
    stack.push(paintVertex(map, 1, 70));
    const std::size_t one = stack.sizeInBytes();
    stack.push(paintVertex(map, 2, 70));
    CHECK(stack.sizeInBytes() == 2 * one);
    stack.undo(map);
    CHECK(stack.sizeInBytes() == 2 * one);  // it can still be redone
    stack.push(paintVertex(map, 3, 70));
    CHECK(stack.sizeInBytes() == 2 * one);
}

TEST_CASE("steps are called what a person would call them") {
    BodyMap map("t", 10);
    UndoStack stack;
    stack.push(paintVertex(map, 1, 70));
    CHECK(stack.undoLabel() == "Pain 7");
    stack.push(paintVertex(map, 1, 0));
    CHECK(stack.undoLabel() == "Erase Pain");
    CHECK(stack.redoLabel().empty());
    stack.undo(map);
    CHECK(stack.redoLabel() == "Erase Pain");
}
