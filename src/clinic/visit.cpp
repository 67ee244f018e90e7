#include "clinic/visit.h"

namespace palpate::clinic {

const char* authorId(Author author) {
    return author == Author::Client ? "client" : "therapist";
}

const char* momentId(Moment moment) {
    return moment == Moment::Before ? "before" : "after";
}

std::optional<Author> authorFromId(std::string_view id) {
    for (const Author author : {Author::Client, Author::Therapist}) {
        if (id == authorId(author)) return author;
    }
    return std::nullopt;
}

std::optional<Moment> momentFromId(std::string_view id) {
    for (const Moment moment : {Moment::Before, Moment::After}) {
        if (id == momentId(moment)) return moment;
    }
    return std::nullopt;
}

}  // namespace palpate::clinic
