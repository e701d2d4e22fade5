import RuleLoading

/// A command and those below it, for whoever has mistyped one.
package struct CommandNames: Sendable {
    private let name: String
    private let subcommands: [CommandNames]
    /// Whether it does something without the name of one below it.
    private let isCommandToo: Bool

    package init(_ name: String, _ subcommands: [CommandNames] = [], isCommandToo: Bool = false) {
        self.name = name
        self.subcommands = subcommands
        self.isCommandToo = isCommandToo
    }

    /// What is wrong with a command line; `nil` if nothing is, or if whatever reads the options sees it.
    package func mistake(in arguments: some Sequence<String>) -> String? {
        mistake(in: Array(arguments)[...], path: [name])
    }

    // MARK: - Private

    private func mistake(in arguments: ArraySlice<String>, path: [String]) -> String? {
        guard !subcommands.isEmpty else { return repeated(in: arguments) }
        guard let word = arguments.first else { return nil }
        if word == "help" { return mistake(in: arguments.dropFirst(), path: path) }
        if let next = subcommands.first(where: { $0.name == word }) {
            return next.mistake(in: arguments.dropFirst(), path: path + [word])
        }
        return word.hasPrefix("-")
            ? misplaced(option: word, before: arguments.dropFirst(), path)
            : unknown(command: word, path)
    }

    private func misplaced(
        option: String, before rest: ArraySlice<String>, _ path: [String]
    ) -> String? {
        // Of completion, which shells ask for, the names begin with three.
        guard !isCommandToo, !Self.own.contains(option), !option.hasPrefix("---"),
            let command = rest.first(where: { word in subcommands.contains { $0.name == word } })
        else { return nil }
        let line = (path + [command, option]).joined(separator: " ")
        return "'\(option)' stands before the command; write it behind, `\(line)`."
    }

    private func unknown(command word: String, _ path: [String]) -> String? {
        let above = path.dropFirst()
        func quoted(_ names: [String]) -> String {
            "'" + (above + names).joined(separator: " ") + "'"
        }
        let start = "Unknown command \(quoted([word]))"
        if let near = Suggestion.nearest(to: word, in: subcommands.map(\.name)) {
            return "\(start); did you mean \(quoted([near]))?"
        }
        // Of a command that is one without a name behind it, this may be an argument.
        if isCommandToo { return nil }
        let groups = subcommands.filter { group in group.subcommands.contains { $0.name == word } }
        if !groups.isEmpty {
            let meant = groups.map { quoted([$0.name, word]) }.joined(separator: " or ")
            return "\(start); did you mean \(meant)?"
        }
        return "\(start); `\(path.joined(separator: " ")) --help` lists those there are."
    }

    /// An option of which the last would count, while whoever gives two of them means both.
    private func repeated(in arguments: ArraySlice<String>) -> String? {
        var seen: Set<String> = []
        for word in arguments.prefix(while: { $0 != "--" }) {
            let option = String(word.prefix { $0 != "=" })
            if isSingle(option), !seen.insert(option).inserted {
                return "\(option) is given twice, and only the last would count; give the command "
                    + "once for each."
            }
        }
        return nil
    }

    private func isSingle(_ option: String) -> Bool {
        Self.choosing.contains(option)
            || option == "--source" && !Self.takingSources.contains(name)
    }

    /// Options that say what is meant, of which every command takes one.
    private static let choosing: Set = [
        "--brand", "--team", "--region", "--category", "--location", "--facet", "--tone",
        "--author", "--url", "--text",
    ]

    /// Commands that take several sources, where others take one.
    private static let takingSources: Set = ["run", "fetch", "forget"]

    /// Options of the program itself.
    private static let own: Set = ["-h", "--help", "-help", "--help-hidden", "--version"]
}
