import Foundation
import Matching
import Model
import Pipeline
import Testing

/// The names that a workspace keeps ready from one run to the next.
struct CompiledRulesTests {
    private let text = EntryText(text: "Od rana Zefirnet nie działa, a w Zefirnecie milczą")

    private func tags(in folder: TestWorkspace) throws -> Tags {
        try folder.workspace.checkedTagger(for: folder.workspace.loadRules()).tags(for: text)
    }

    /// When the kept names were written.
    private func date(in folder: TestWorkspace) throws -> Date {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.workspace.path + "/.earshot-names")
        return try #require(attributes[.modificationDate] as? Date)
    }

    @Test func `kept names give the same tags, and stay as they are`() throws {
        let folder = try TestWorkspace()
        let first = try tags(in: folder)
        #expect(!first.mentions.isEmpty)
        let kept = try (folder.read(".earshot-names"), date(in: folder))
        #expect(try tags(in: folder) == first)
        #expect(try folder.read(".earshot-names") == kept.0)
        #expect(try date(in: folder) == kept.1)
    }

    @Test func `without being asked to check, nothing is written`() throws {
        let folder = try TestWorkspace()
        let tagger = folder.workspace.tagger(for: try folder.workspace.loadRules())
        #expect(!tagger.tags(for: text).mentions.isEmpty)
        #expect(throws: (any Error).self) { try folder.read(".earshot-names") }
        #expect(tagger.tags(for: text) == (try tags(in: folder)))
    }

    @Test func `kept names that end too soon are made again`() throws {
        let folder = try TestWorkspace()
        let first = try tags(in: folder)
        let kept = try folder.read(".earshot-names")
        for length in stride(from: 0, to: kept.count, by: max(1, kept.count / 12)) {
            try write(kept.prefix(length), in: folder)
            #expect(try tags(in: folder) == first)
            #expect(try folder.read(".earshot-names") == kept)
        }
    }

    @Test func `kept names with a byte that changed are made again`() throws {
        let folder = try TestWorkspace()
        let first = try tags(in: folder)
        let kept = try folder.read(".earshot-names")
        for offset in stride(from: 0, to: kept.count, by: max(1, kept.count / 20)) {
            var damaged = kept
            damaged[damaged.startIndex + offset] ^= 0x10
            try write(damaged, in: folder)
            #expect(try tags(in: folder) == first)
            #expect(try folder.read(".earshot-names") == kept)
        }
    }

    @Test func `names kept of other rules do not count`() throws {
        let folder = try TestWorkspace()
        #expect(!(try tags(in: folder)).mentions.isEmpty)
        try change(
            ["name: Zefirnet": "name: Orbitex", "Byłem w Zefirnecie": "Byłem w Orbiteksie"],
            in: folder)
        #expect(try tags(in: folder).mentions.isEmpty)
    }

    @Test func `names kept by another version of the program do not count, and are made again`()
        throws
    {
        let folder = try TestWorkspace()
        let first = try tags(in: folder)
        let kept = try folder.read(".earshot-names")
        let rules = try folder.workspace.loadRules()
        let count = rules.rules.brands.count
        let earlier = CompiledRules(rules, in: folder.workspace, program: "earshot 0.1")
        #expect(earlier.names(brandCount: count) == nil)
        earlier.write(NameIndex(brands: rules.rules.brands))
        #expect(earlier.names(brandCount: count) != nil)
        #expect(CompiledRules(rules, in: folder.workspace).names(brandCount: count) == nil)
        #expect(try tags(in: folder) == first)
        #expect(try folder.read(".earshot-names") == kept)
    }

    @Test func `rules whose examples fail are refused whatever is kept`() throws {
        let folder = try TestWorkspace()
        _ = try tags(in: folder)
        try change(["Byłem w Zefirnecie": "Nikogo tu nie ma"], in: folder)
        for _ in 0..<2 {
            #expect(throws: RunError.self) { try tags(in: folder) }
        }
    }

    @Test func `several that write at once leave names that count`() async throws {
        let folder = try TestWorkspace()
        let first = try tags(in: folder)
        let kept = try folder.read(".earshot-names")
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/.earshot-names")
        try await withThrowingTaskGroup(of: Tags.self) { group in
            for _ in 0..<8 { group.addTask { try tags(in: folder) } }
            for try await tags in group { #expect(tags == first) }
        }
        #expect(try folder.read(".earshot-names") == kept)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.workspace.path)
        #expect(names.filter { $0.hasPrefix(".") } == [".earshot-names"])
    }

    // MARK: - Private

    private func change(_ texts: [String: String], in folder: TestWorkspace) throws {
        var brands = String(decoding: try folder.read("rules/brands.yaml"), as: UTF8.self)
        for (old, new) in texts {
            #expect(brands.contains(old))
            brands = brands.replacingOccurrences(of: old, with: new)
        }
        try folder.write(brands, to: "rules/brands.yaml")
    }

    private func write(_ bytes: Data, in folder: TestWorkspace) throws {
        try bytes.write(to: URL(filePath: folder.workspace.path + "/.earshot-names"))
    }
}
