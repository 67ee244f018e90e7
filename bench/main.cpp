// palpate-bench [--quick] [--only NAME] [--json FILE]: measures the work that people wait for, each against a
// peer or a plain version in the same run.
#include "platform/allocator.h"
#include "row.h"
#include "standard_body.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

using namespace palpate::bench;

namespace {

const std::vector<Benchmark>& benchmarks() {
    static const std::vector<Benchmark> all{{"picking", benchPicking},     {"dabs", benchDabs},
                                            {"drawing", benchDrawing},     {"files", benchFiles},
                                            {"comparing", benchComparing}, {"sliding", benchSliding},
                                            {"vault", benchVault},         {"starting", benchStarting}};
    return all;
}

struct Request {
    Effort effort;
    std::string only, json;
};

Request requestOf(int argc, char** argv) {
    Request request;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--quick")
            request.effort.quick = true;
        else if (word == "--only" && i + 1 < argc)
            request.only = argv[++i];
        else if (word == "--json" && i + 1 < argc)
            request.json = argv[++i];
        else
            giveUp("usage: palpate-bench [--quick] [--only NAME] [--json FILE]");
    }
    return request;
}

std::string jsonOf(const Row& row) {
    char numbers[160];
    std::snprintf(numbers, sizeof numbers,
                  R"("ours": %.6g, "peer": %.6g, "ratio": %.4g, "target": %.4g, "met": %s})", row.ours,
                  row.peer, row.ratio, row.target, row.isMet() ? "true" : "false");
    return R"({"work": ")" + row.work + R"(", )" + numbers;
}

void print(const Row& row) {
    std::printf("%-72s %10.4g %10.4g %8.3f %8.3f  %s\n", row.work.c_str(), row.ours, row.peer, row.ratio,
                row.target, row.isMet() ? "yes" : "no");
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    palpate::platform::tuneAllocator();
    const Request request = requestOf(argc, argv);
    std::vector<std::string> lines;
    std::printf("%-72s %10s %10s %8s %8s  %s\n", "work (seconds unless it says otherwise)", "ours", "peer",
                "ratio", "target", "met");
    for (const Benchmark& benchmark : benchmarks()) {
        if (!request.only.empty() && request.only != benchmark.name) continue;
        for (const Row& row : benchmark.run(request.effort)) {
            print(row);
            lines.push_back(jsonOf(row));
        }
    }
    if (lines.empty()) giveUp("nothing was measured");
    if (request.json.empty()) return 0;
    std::ofstream file(request.json);
    for (const std::string& line : lines)
        file << line << '\n';
    return file.flush() ? 0 : 1;
}
