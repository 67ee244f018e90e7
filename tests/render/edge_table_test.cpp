#include "render/edge_table.h"

#include <doctest/doctest.h>

using palpate::render::EdgeTable;

TEST_CASE("edges are numbered in the order in which they are first asked for, whichever end comes first") {
    EdgeTable table;
    CHECK(table.find(EdgeTable::keyOf(1, 2)) == EdgeTable::kUnknown);
    CHECK(table.numberOf(EdgeTable::keyOf(7, 3)).number == 0);
    CHECK(table.numberOf(EdgeTable::keyOf(3, 8)).number == 1);
    const auto again = table.numberOf(EdgeTable::keyOf(3, 7));
    CHECK(again.number == 0);
    CHECK_FALSE(again.isNew);
    CHECK(table.find(EdgeTable::keyOf(8, 3)) == 1);
}

TEST_CASE("numbers survive growing") {
    EdgeTable table;
    for (std::uint32_t i = 0; i < 20000; ++i)
        CHECK(table.numberOf(EdgeTable::keyOf(i, i * 7 + 1)).number == i);
    for (std::uint32_t i = 0; i < 20000; ++i)
        CHECK(table.find(EdgeTable::keyOf(i, i * 7 + 1)) == i);
    CHECK(table.find(EdgeTable::keyOf(5, 6)) == EdgeTable::kUnknown);
}
