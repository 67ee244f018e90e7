#include "document/demo_practice.h"

#include "core/hash.h"
#include "core/random.h"
#include "core/text.h"
#include "document/demo_course.h"
#include "document/demo_hand.h"
#include "document/map_store.h"
#include "map/map_codec.h"
#include "records/vault.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using core::Result;

constexpr int kMostClients = 5000;
constexpr int kMostVisits = 500;
constexpr std::int64_t kMillisecondsInMinute = 60'000;

// Independent of how many other clients and visits there are, so that a larger practice begins like a smaller
// one.
core::Random randomFor(std::uint64_t seed, int client, int visit, int what) {
    core::Fnv1a64 hash;
    hash.addU32(static_cast<std::uint32_t>(seed));
    hash.addU32(static_cast<std::uint32_t>(seed >> 32U));
    for (const int part : {client, visit, what})
        hash.addU32(static_cast<std::uint32_t>(part));
    return core::Random(hash.value());
}
constexpr int kWholeCourse = -1;

std::vector<DemoCourse> coursesFor(const DemoOptions& options) {
    std::vector<DemoCourse> courses = featuredCourses();
    std::set<std::string> codes;
    for (const DemoCourse& course : courses)
        codes.insert(course.code);
    for (int client = static_cast<int>(courses.size()); client < options.clients; ++client) {
        core::Random random = randomFor(options.seed, client, kWholeCourse, 0);
        DemoCourse course = inventedCourse(random);
        do {
            std::array<char, 16> code{};
            std::snprintf(code.data(), code.size(), "C-%04d", static_cast<int>(random.below(10000)));
            course.code = code.data();
        } while (!codes.insert(course.code).second);
        courses.push_back(std::move(course));
    }
    courses.resize(static_cast<std::size_t>(options.clients));
    return courses;
}

// Central European time: summer time between the last Sundays of March and October.
int offsetMinutesOn(std::chrono::sys_days day) {
    using namespace std::chrono;
    const year_month_day date{day};
    const sys_days spring{date.year() / March / Sunday[last]};
    const sys_days autumn{date.year() / October / Sunday[last]};
    return day >= spring && day < autumn ? 120 : 60;
}

// A Saturday or Sunday becomes the Friday before it.
std::chrono::sys_days workingDay(std::chrono::sys_days day) {
    const unsigned weekday = std::chrono::weekday{day}.iso_encoding();
    return day - std::chrono::days{weekday > 5 ? static_cast<int>(weekday) - 5 : 0};
}

// About a fortnight apart; before the last one, which is on the last day, never at a weekend.
core::Timestamp timeOf(const DemoOptions& options, int client, int visit) {
    core::Random random = randomFor(options.seed, client, visit, 1);
    const int fortnightsAgo = options.visits - 1 - visit;
    const int earlier = fortnightsAgo == 0 ? 0 : static_cast<int>(random.below(4));
    const auto wanted = options.lastDay - std::chrono::days{14 * fortnightsAgo + earlier};
    const auto day = fortnightsAgo == 0 ? wanted : workingDay(wanted);
    const int minuteOfDay = 9 * 60 + 45 * (client % 9);
    const int offset = offsetMinutesOn(day);
    const std::int64_t minutes =
        std::int64_t{day.time_since_epoch().count()} * 24 * 60 + minuteOfDay - offset;
    return {minutes * kMillisecondsInMinute, static_cast<std::int16_t>(offset)};
}

// Makes the records of one practice; knows what time it is in it.
class DemoMaker {
public:
    DemoMaker(const body::BodyModel& body, const DemoOptions& options, core::Timestamp& now)
        : m_body(body), m_hand(body), m_options(options), m_courses(coursesFor(options)), m_now(now) {}

    Result<void> fill(records::Practice& practice);

private:
    struct Appointment {
        core::Timestamp at;
        int client = 0;
        int visit = 0;
    };

    [[nodiscard]] std::vector<Appointment> appointments() const;
    [[nodiscard]] const DemoCourse& courseOf(int client) const {
        return m_courses[static_cast<std::size_t>(client)];
    }
    [[nodiscard]] int levelOf(const DemoMark& mark, int visit) const {
        return levelAt(mark, visit, m_options.visits);
    }
    [[nodiscard]] int worstPain(const DemoCourse& course, int visit) const;
    [[nodiscard]] std::string note(const DemoCourse& course, int visit) const;
    Result<void> addClient(records::Practice& practice, const DemoCourse& course);
    Result<void> addVisit(records::Practice& practice, const Appointment& appointment);
    // Paints the marks of one author, at most `most` of them.
    Result<void> paintMap(records::Practice& practice, const Appointment& appointment, const MapKey& key,
                          std::size_t most);

    const body::BodyModel& m_body;
    DemoHand m_hand;
    DemoOptions m_options;
    std::vector<DemoCourse> m_courses;
    std::vector<core::ClientId> m_ids;
    core::Timestamp& m_now;
};

std::vector<DemoMaker::Appointment> DemoMaker::appointments() const {
    std::vector<Appointment> list;
    for (int client = 0; client < m_options.clients; ++client) {
        for (int visit = 0; visit < m_options.visits; ++visit)
            list.push_back({timeOf(m_options, client, visit), client, visit});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Appointment& a, const Appointment& b) { return a.at < b.at; });
    return list;
}

int DemoMaker::worstPain(const DemoCourse& course, int visit) const {
    int worst = 0;
    for (const DemoMark& mark : course.marks) {
        if (mark.layer == map::LayerKind::Pain) worst = std::max(worst, levelOf(mark, visit));
    }
    return worst;
}

std::string DemoMaker::note(const DemoCourse& course, int visit) const {
    const int worst = worstPain(course, visit);
    std::string text = visit == 0 ? "First visit. " : "";
    text += "Worst pain today " + std::to_string(worst) + " of 10";
    if (visit > 0) text += ", last time " + std::to_string(worstPain(course, visit - 1));
    text += ".";
    for (const DemoMark& mark : course.marks) {
        if (mark.layer != map::LayerKind::Treated) continue;
        const auto region = m_body.atlas().find(mark.path.front());
        text += "\n" + (region ? m_body.atlas().region(*region).name : mark.path.front()) + ": " +
                mark.place.techniques.front() + ", " + std::to_string(mark.place.minutes) + " min, " +
                mark.place.response + ".";
    }
    return text + "\nAt home: " + course.homeCare + ".";
}

Result<void> DemoMaker::addClient(records::Practice& practice, const DemoCourse& course) {
    clinic::Client client;
    client.code = course.code;
    client.yearOfBirth = course.yearOfBirth;
    client.figure = m_body.figure();
    client.heightCm = course.heightCm;
    client.weightKg = course.weightKg;
    client.goals = course.goals;
    client.contraindications = course.contraindications;
    const auto added = practice.addClient(client);
    if (!added) return added.error();
    m_ids.push_back(added->id);
    return {};
}

Result<void> DemoMaker::paintMap(records::Practice& practice, const Appointment& appointment,
                                 const MapKey& key, std::size_t most) {
    core::Random random = randomFor(m_options.seed, appointment.client, appointment.visit,
                                    key.author == Author::Client ? 2 : 3);
    LoadedMap painted = newMap(m_body);
    for (const DemoMark& mark : courseOf(appointment.client).marks) {
        const bool isOfAuthor = (mark.layer == map::LayerKind::Pain) == (key.author == Author::Client);
        const int level = levelOf(mark, appointment.visit);
        if (!isOfAuthor || level == 0 || painted.entries >= most) continue;
        m_now.utcMilliseconds += static_cast<std::int64_t>(random.between(8'000.0, 30'000.0));
        const auto stroke = m_hand.stroke(mark, level, random);
        if (!stroke) return stroke.error();
        if (auto kept = appendStroke(practice, key, m_body, painted, *stroke); !kept) return kept;
    }
    if (painted.entries == 0) return {};
    return practice.saveSnapshot(key, map::encodeMap(painted.map), painted.entries);
}

Result<void> DemoMaker::addVisit(records::Practice& practice, const Appointment& appointment) {
    m_now = appointment.at;
    auto visit = practice.addVisit(m_ids[static_cast<std::size_t>(appointment.client)], appointment.at);
    if (!visit) return visit.error();
    const MapKey felt{visit->id, Author::Client, Moment::Before};
    const MapKey found{visit->id, Author::Therapist, Moment::Before};
    // Today's map has only been begun, so that whoever tries the program goes on with it.
    if (appointment.visit + 1 == m_options.visits) return paintMap(practice, appointment, felt, 1);

    constexpr std::size_t kAll = 1000;
    if (auto painted = paintMap(practice, appointment, felt, kAll); !painted) return painted;
    if (auto completed = practice.complete(felt); !completed) return completed;
    m_now.utcMilliseconds += 10 * kMillisecondsInMinute;
    if (auto painted = paintMap(practice, appointment, found, kAll); !painted) return painted;
    m_now.utcMilliseconds += 30 * kMillisecondsInMinute;
    if (auto completed = practice.complete(found); !completed) return completed;
    visit->note = note(courseOf(appointment.client), appointment.visit);
    return practice.updateVisit(*visit);
}

Result<void> DemoMaker::fill(records::Practice& practice) {
    for (const DemoCourse& course : m_courses) {
        if (auto added = addClient(practice, course); !added) return added;
    }
    const std::vector<Appointment> all = appointments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (auto added = addVisit(practice, all[i]); !added) return added;
        if (m_options.progress)
            m_options.progress(static_cast<double>(i + 1) / static_cast<double>(all.size()));
    }
    return {};
}

Result<void> checkRange(const char* what, int number, int most) {
    if (number >= 1 && number <= most) return {};
    return core::Error{core::trf("A demo practice cannot have {0} {1}", {std::to_string(number), what}), "",
                       core::trf("Ask for 1 to {0}.", {std::to_string(most)}), core::Error::Kind::Usage};
}

}  // namespace

Result<void> makeDemoPractice(const std::filesystem::path& vault, const body::BodyModel& body,
                              DemoOptions options) {
    if (auto fits = checkRange(core::tr("clients"), options.clients, kMostClients); !fits) return fits;
    if (auto fits = checkRange(core::tr("visits of each client"), options.visits, kMostVisits); !fits)
        return fits;
    core::Timestamp now;
    DemoMaker maker(body, options, now);
    records::NewVault practice;
    practice.name = core::tr("Demo practice");
    practice.isDemo = true;
    practice.passphrase = options.passphrase;
    const auto made = records::createVault(
        vault, practice, [&](records::Practice& empty) { return maker.fill(empty); }, [&now] { return now; });
    if (!made) return made.error();
    return {};
}

}  // namespace palpate::document
