import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Entries of sources that are about a brand and do not name it.
struct BrandSourceTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private static let brands = """
        brands:
          - id: zefirnet
            name: Zefirnet
            inflect: pl
            sources: [opinie]
            examples: {match: ["Byłem w Zefirnecie"], no_match: ["Zefirek wieje"]}
        """

    @Test func `the shipped weights judge what names no brand`() throws {
        let folder = try TestWorkspace.copyOfShipped()
        let brands = String(decoding: try folder.read("rules/brands.yaml"), as: UTF8.self)
        let name = "    name: Zefirnet\n"
        try #require(brands.contains(name))
        try folder.write(
            brands.replacing(name, with: name + "    sources: [opinie]\n", maxReplacements: 1),
            to: "rules/brands.yaml")
        let tagger = Tagger(rules: try folder.workspace.loadRules().rules)
        func label(_ text: String, title: String? = nil) -> Sentiment.Label? {
            tagger.tags(for: EntryText(title: title, text: text, source: "opinie"))
                .mentions.first { $0.mention.brand == "zefirnet" }?.sentiment.label
        }
        #expect(label("Loguję się pięć minut i wyrzuca mnie z konta.") != nil)
        #expect(label("★☆☆☆☆\nPo aktualizacji wcale nie działa!", title: "Okropne") == .negative)
        #expect(label("★★★★★\nViss strādā ātri, paldies.", title: "Labi") == .positive)
        #expect(label("Baltfon is awful. Great app here", title: "Good") == .positive)
    }

    @Test func `what was imported before is a mention from the next run on, quoted in the digest`()
        async throws
    {
        let folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        let rows = """
            id,rating,text,date
            1,1,Czekałam godzinę. Nikt nie odbiera.,2026-11-21T18:00:00Z

            """
        try folder.write(rows, to: "opinie.csv")
        var options = Import.Options(now: Self.now.addingTimeInterval(-3_600))
        options.source = "opinie"
        _ = try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/opinie.csv")
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.search(EntrySearch(brand: "zefirnet")).isEmpty)

        try folder.write(Self.brands, to: "rules/brands.yaml")
        let run = Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
        let report = try await run.execute()
        #expect(report.brands.map(\.mentions) == [1])
        let found = try archive.search(EntrySearch(brand: "zefirnet"))
        let mention = try #require(found.first?.tags.mentions.first)
        #expect(mention.mention.isBySource)
        let page = String(decoding: try folder.read("out/digests/2026-11-22.html"), as: UTF8.self)
        #expect(page.contains("Czekałam godzinę."))
    }

    @Test(arguments: [false, true])
    func `an import of rows that name no brand says so, unless the source is a brand's`(
        isOfBrand: Bool
    ) async throws {
        let folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        if isOfBrand { try folder.write(Self.brands, to: "rules/brands.yaml") }
        let rows = "id,text\n1,Czekałam godzinę.\n2,Zefirnet działa.\n3,Nikt nie odbiera.\n"
        try folder.write(rows, to: "opinie.csv")
        var options = Import.Options(now: Self.now)
        options.source = "opinie"
        let report = try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/opinie.csv")
        #expect(report.entriesWithoutMention == (isOfBrand ? 0 : 2))
        let text = EntryImportText(report, style: TerminalStyle(isOn: false)).text
        let note =
            "\n2 of these name no brand and are in no report; if everything from 'opinie' is about "
            + "one, list it under 'sources' of that brand in rules/brands.yaml\n"
        #expect(text.contains(note) != isOfBrand)
    }

    @Test func `what is imported with stars makes the rating of its brand`() async throws {
        let folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        try folder.write(Self.brands, to: "rules/brands.yaml")
        let rows = """
            id,rating,text,date
            1,1/5,Czekałam godzinę. Nikt nie odbiera.,2026-11-21T18:00:00Z
            2,8/10,Szybko i miło.,2026-11-21T19:00:00Z
            3,,"Dałbym\n★★★★★\ngdyby działało.",2026-11-21T20:00:00Z

            """
        try folder.write(rows, to: "opinie.csv")
        var options = Import.Options(now: Self.now.addingTimeInterval(-3_600))
        options.source = "opinie"
        _ = try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/opinie.csv")
        let run = Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
        _ = try await run.execute()
        let digest = try ContractJSON.decode(
            Digest.self, from: try folder.read("out/digests/2026-11-22.json"))
        #expect(digest.brands.map(\.counts.mentions) == [3])
        #expect(digest.brands.map { $0.rating?.mean.mentions } == [2.5])
        #expect(digest.brands.map { $0.rating?.counts.mentions } == [2])
        let text = DigestText(digest, style: TerminalStyle(isOn: false)).text
        #expect(text.contains("2.50 (2)"))
    }
}
