import Foundation
import Hashing
package import Matching
import Model

/// Rules that passed their check, with all forms of all names, kept in the workspace so that the next
/// run starts at once.
///
/// The file only saves time; nothing needs it. It counts only for exactly the rules and the program
/// that wrote it, and only if it is whole. Otherwise it is ignored, and the next run writes it anew.
package struct CompiledRules {
    private let path: String
    /// What the file was made of and by.
    private let key: String

    /// - Parameter program: Tells the program that reads and writes from all others.
    package init(
        _ rules: CheckedRules, in workspace: Workspace, program: String = Self.thisProgram
    ) {
        path = workspace.compiledRulesPath
        key = ContentHash.hex(of: [rules.fingerprint, program])
    }

    /// - Returns: `nil` where there is no such file, or it is another's.
    package func names(brandCount: Int) -> NameIndex? {
        // Whatever the reason that it cannot be read, the names can be made again.
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        let header = Self.header(key: key, content: [])
        guard data.count > header.count else { return nil }
        let content = [UInt8](data.dropFirst(header.count))
        guard data.starts(with: Self.header(key: key, content: content)) else { return nil }
        return NameIndex(bytes: content[...], brandCount: brandCount)
    }

    package func write(_ names: NameIndex) {
        let content = names.bytes
        // If nothing can be written, the run itself will say so; without this file it only takes
        // longer. No flush is needed: what a power cut leaves does not match its hash.
        try? Data(Self.header(key: key, content: content) + content)
            .write(to: URL(filePath: path), options: .atomic)
    }

    // MARK: - Private

    /// Begins the file: what it is, what it belongs to, and the hash of what follows.
    private static func header(key: String, content: [UInt8]) -> [UInt8] {
        Array("Earshot names 1\n\(key)\n\(ContentHash.hex(content))\n".utf8)
    }

    /// Version, commit and, for builds that do not say theirs, the program file itself.
    package static let thisProgram: String = {
        let path = Bundle.main.executablePath ?? ""
        // A program that cannot be looked at is told by its version alone.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = attributes?[.size] as? UInt64 ?? 0
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(ProgramVersion.withCommit) \(size) \(date)"
    }()
}

extension Workspace {
    /// The tagger of rules that do what their examples say.
    ///
    /// - Throws: `RunError.findings` where they do not.
    package func checkedTagger(for rules: CheckedRules) throws(RunError) -> Tagger {
        let compiled = CompiledRules(rules, in: self)
        if let names = compiled.names(brandCount: rules.rules.brands.count) {
            return Tagger(rules: rules.rules, names: names)
        }
        let names = NameIndex(brands: rules.rules.brands)
        let tagger = Tagger(rules: rules.rules, names: names)
        let errors = RulesCheck.errors(in: rules.rules, tagger: tagger)
        guard errors.isEmpty else { throw .findings(errors) }
        compiled.write(names)
        return tagger
    }

    /// The tagger of rules, checked or not; nothing is written.
    package func tagger(for rules: CheckedRules) -> Tagger {
        let names = CompiledRules(rules, in: self).names(brandCount: rules.rules.brands.count)
        return Tagger(rules: rules.rules, names: names ?? NameIndex(brands: rules.rules.brands))
    }
}
