#include "cli/run.h"

#include "cli/command_table.h"
#include "core/text.h"
#include "core/version.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace palpate::cli {

namespace {

constexpr const char* kProgram = "palpate-cli";

// "map paint"
std::string nameOf(const CommandRow& row) {
    return std::string(row.noun) + (*row.verb == '\0' ? "" : " ") + row.verb;
}

std::string listOfCommands() {
    std::string list = core::tr("Commands:");
    for (const CommandRow& row : commandTable()) {
        std::string name = nameOf(row);
        name.resize(18, ' ');
        list += "\n  " + name + row.help;
    }
    return list + "\n\n" + core::tr("palpate-cli NOUN VERB --help says what a command takes.");
}

// The parsed command line: the action of the command that was named.
class CommandLine {
public:
    CommandLine() {
        m_app.name(kProgram);
        m_app.description(core::tr("Palpate without a window: body maps of pain, from the command line."));
        m_app.set_version_flag("--version", std::string(kProgram) + " " + core::version());
        m_app.get_formatter()->label("SUBCOMMAND", "NOUN VERB");
        m_app.require_subcommand(1);
        for (const CommandRow& row : commandTable())
            add(row);
        m_app.footer(listOfCommands());  // last: the parts would inherit it
    }

    void parse(int argc, const char* const* argv) { m_app.parse(argc, argv); }
    [[nodiscard]] Outcome runCommand() const { return m_actions.at(parts().back())(); }

    // Words that nothing took.
    [[nodiscard]] std::vector<std::string> notUnderstood() const { return m_app.remaining(true); }
    // Of the part of the command line that was reached.
    [[nodiscard]] std::string help() const { return m_app.help() + "\n"; }
    // "palpate-cli map paint", as far as it was understood.
    [[nodiscard]] std::string reachedName() const {
        std::string name;
        for (const CLI::App* part : parts())
            name += (name.empty() ? "" : " ") + part->get_name();
        return name;
    }

private:
    // The program, then the noun and the verb that were named.
    [[nodiscard]] std::vector<const CLI::App*> parts() const {
        std::vector<const CLI::App*> named{&m_app};
        while (!named.back()->get_subcommands().empty())
            named.push_back(named.back()->get_subcommands().front());
        return named;
    }

    void add(const CommandRow& row) {
        CLI::App*& noun = m_nouns[row.noun];
        if (noun == nullptr) {
            noun = m_app.add_subcommand(row.noun, *row.verb == '\0' ? row.help : "");
            noun->group("");  // the list of commands stands in the footer
        }
        CLI::App* app =
            *row.verb == '\0' ? noun : noun->add_subcommand(row.verb, row.help)->group(core::tr("Commands"));
        if (app != noun) noun->require_subcommand(hasCommandOfItsOwn(row.noun) ? 0 : 1, 1);
        m_actions.emplace(app, row.declare(*app));
    }

    static bool hasCommandOfItsOwn(const std::string& noun) {
        for (const CommandRow& row : commandTable()) {
            if (row.noun == noun && *row.verb == '\0') return true;
        }
        return false;
    }

    CLI::App m_app;
    std::map<std::string, CLI::App*> m_nouns;
    std::map<const CLI::App*, Action> m_actions;
};

int report(const core::Error& error) {
    if (error.kind != core::Error::Kind::Stopped) std::cerr << kProgram << ": " << error.message() << '\n';
    return error.kind == core::Error::Kind::Usage ? kWrongUsage : kWorldFailed;
}

// The first word that is no command, where one was expected; empty if there is none.
std::string unknownCommand(const CLI::ParseError& error, const CommandLine& line) {
    if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr) return "";
    const std::vector<std::string> words = line.notUnderstood();
    return words.empty() ? "" : words.front();
}

// "--visit" of "--visit: 1 required INT missing" and of "--visit is required".
std::string optionIn(const std::string& message) {
    const std::size_t begin = message.find("--");
    if (begin == std::string::npos) return "";
    return message.substr(begin, message.find_first_of(" :,=", begin) - begin);
}

// In our own words: those of the parser cannot be translated. What it says beyond them stays in brackets.
std::string whatIsWrong(const CommandLine& line, const CLI::ParseError& error) {
    std::string said = error.what();
    while (!said.empty() && (said.back() == '\n' || said.back() == '.'))
        said.pop_back();
    const std::string option = optionIn(said);
    const std::vector<std::string> extra = line.notUnderstood();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extra.empty())
        return core::trf("\"{0}\" is not understood", {extra.front()});
    if (option.empty()) return core::trf("The command line is not understood ({0})", {said});
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return core::trf("{0} is required", {option});
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return core::trf("{0} has no value, or more than one", {option});
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
        return core::trf("{0} does not go with another option ({1})", {option, said});
    return core::trf("{0} cannot have that value ({1})", {option, said});
}

int reportUsage(const CommandLine& line, const CLI::ParseError& error) {
    std::string what = whatIsWrong(line, error);
    if (const std::string word = unknownCommand(error, line); !word.empty())
        what = core::trf("{0} has no command \"{1}\"", {line.reachedName(), word});
    return report({what, "", core::trf("{0} --help says how it is called.", {line.reachedName()}),
                   core::Error::Kind::Usage});
}

int runUncaught(int argc, const char* const* argv) {
    CommandLine line;
    try {
        line.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        std::cout << line.help();
        return kDone;
    } catch (const CLI::CallForVersion& version) {
        std::cout << version.what() << '\n';
        return kDone;
    } catch (const CLI::ParseError& error) {
        return reportUsage(line, error);
    }
    const Outcome outcome = line.runCommand();
    if (!outcome) return report(outcome.error());
    std::cout.flush();
    if (std::cout) return kDone;
    return report({core::tr("The answer could not be written to standard output"), "",
                   core::tr("Check where it is sent to.")});
}

}  // namespace

int run(int argc, const char* const* argv) {
    try {
        return runUncaught(argc, argv);
    } catch (const std::bad_alloc&) {
        return report(
            {core::tr("There is not enough memory"), "", core::tr("Close other programs and try again.")});
    } catch (const std::exception& error) {
        return report({core::trf("Something unexpected went wrong: {0}", {error.what()}), "",
                       core::tr("Please report it.")});
    }
}

}  // namespace palpate::cli
