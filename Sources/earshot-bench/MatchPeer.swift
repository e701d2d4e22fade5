import Foundation

/// Who looks for the names: ourselves, or a program beside us that takes the same arguments.
enum MatchPeer: String, CaseIterable {
    case ours = "earshot"
    /// Folds and hashes each word and looks it up: what a bare loop in C can do.
    case wordHash = "tokhash"
    case hyperscan = "hs_bench"
    case ahoCorasickDFA = "ac_bench dfa"
    case ahoCorasickNFA = "ac_bench nfa"

    /// Looks for the names of a file in the posts of another, in a process of its own.
    ///
    /// - Parameter folder: Where the peers' programs are; `nil` for none.
    /// - Returns: `nil` where the program is not there.
    func measure(
        names: LineFile, posts: LineFile, megabytes: Double, peers folder: String?
    ) throws -> MatchMeasurement? {
        let arguments = [names.path, posts.path, String(megabytes)]
        guard self != .ours else {
            let output = try ChildProgram.output(of: ["measure-match"] + arguments)
            return try JSONDecoder().decode(MatchMeasurement.self, from: output)
        }
        guard let program = folder.map(program), isThere(in: folder) else { return nil }
        let output = try ChildProgram.output(of: program, arguments + words.dropFirst())
        return try JSONDecoder().decode(MatchMeasurement.self, from: output)
    }

    /// Whether it can be run; without a folder, we alone.
    func isThere(in folder: String?) -> Bool {
        self == .ours
            || folder.map { FileManager.default.isExecutableFile(atPath: program(in: $0)) } ?? false
    }

    func program(in folder: String) -> String { "\(folder)/\(words[0])" }

    // MARK: - Private

    /// The program's name, and what it is told beside its arguments.
    private var words: [String] { rawValue.split(separator: " ").map(String.init) }
}
