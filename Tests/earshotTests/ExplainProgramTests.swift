import Foundation
import Testing

struct ExplainProgramTests {
    @Test func `a text is explained as if it was heard where it is said to be`() throws {
        let folder = try SampleFolder()
        try Data(
            """
            brands:
              - {id: lampa, name: Lampa, sources: [opinie]}
              - {id: klosz, name: Klosz, query: "site:forum.example AND author:Nowak AND title:nowy"}
            """.utf8
        ).write(to: folder.url.appending(path: "rules/brands.yaml"))
        try Data(
            """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            """.utf8
        ).write(to: folder.url.appending(path: "rules/routing.yaml"))
        let text = "Klosz nie świeci od rana"
        let plain = try Program.run(["explain", text], in: folder.url)
        #expect(plain.exitCode == 0)
        #expect(!plain.output.contains("mention    lampa"))
        #expect(plain.output.contains("mention    klosz: \"Klosz\" at 0–5: query: "))
        let heard = try Program.run(
            [
                "explain", text, "--source", "opinie", "--url", "https://forum.example/7",
                "--author", "Anna Nowak", "--title", "Mój nowy", "--language", "pl",
            ], in: folder.url)
        #expect(heard.exitCode == 0)
        #expect(heard.output.contains("mention    lampa: "))
        #expect(heard.output.contains("mention    klosz: \"Klosz\" at 0–5, rules/brands.yaml"))
    }

    @Test(arguments: [
        ("fala", ""), ("FALA", "; did you mean 'fala'?"), ("sturits", "; did you mean 'sturitis'?"),
        ("zzzzzzzzz", "; there are amber-coast-business, amberwire, biuletyn-zaspa, "),
    ])
    func `a source that there is none of is told of, with those that may be meant`(
        source: String, told: String
    ) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(["explain", "Zefirnet", "--source", source], in: folder.url)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("mention    zefirnet"))
        let start = "earshot: there is no source '\(source)', and nothing was heard of one"
        #expect(told.isEmpty ? outcome.errors.isEmpty : outcome.errors.hasPrefix(start + told))
    }

    @Test(arguments: [
        (["#17", "--title", "Nowy"], "A stored entry has a title"),
        (["Klosz", "--language", "4"], "'4' is no language code"),
    ])
    func `what says nothing is refused`(options: [String], message: String) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(["explain"] + options, in: folder.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains(message))
    }
}
