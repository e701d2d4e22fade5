import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What people are told who did not send us their posts.
struct PrivacyNoticeTests {
    private static let files = [
        "feeds/forum.yaml": """
        privacy:
          retention: {mentions: 730d, authors: 180d}
        sources:
          - {id: forum, name: "Forum [Antenka]", path: forum.xml}
          - {id: news, name: Kurier, path: news.xml, authors: name}
          - {id: quiet, name: Cisza, path: quiet.xml, authors: none}
        """
    ]

    private func notice(
        _ language: ReportLanguage?, _ files: [String: String] = [:]
    ) throws -> String {
        let folder = try TestWorkspace(Self.files.merging(files) { $1 })
        defer { withExtendedLifetime(folder) {} }
        return try folder.workspace.privacyNotice(in: language)
    }

    @Test func `it says what is kept of authors at which source`() throws {
        let text = try notice(.english)
        #expect(
            text.contains(
                "and not the name. It tells us whether the same person wrote before. At: "
                    + "Forum \\[Antenka\\]."))
        #expect(text.contains("- The name under which its author publishes. At: Kurier."))
        #expect(text.contains("- Nothing of its author, at: Cisza."))
        #expect(text.contains("they are blotted out before it is stored"))
        #expect(text.contains("anybody can read: Cisza, Forum \\[Antenka\\], Kurier."))
    }

    @Test func `it says for how long, and where no time is set`() throws {
        let text = try notice(.english)
        #expect(text.contains("- Posts that name a brand: 730 days\n"))
        #expect(text.contains("- Codes and names of authors: 180 days\n"))
        #expect(
            text.contains(
                "- Posts that name none: [no limit is set; write one under `retention`]\n"))
    }

    @Test func `where nothing is masked it says so`() throws {
        let text = try notice(
            .english,
            [
                "feeds/forum.yaml": """
                privacy: {mask: false}
                sources: [{id: news, name: Kurier, path: news.xml, authors: name}]
                """
            ])
        #expect(text.contains("`mask: false` is set"))
        // Nobody is known by a code.
        #expect(!text.contains("we do not know it"))
        #expect(!text.contains("secret key"))
    }

    @Test(arguments: [
        (ReportLanguage.polish, "RODO", "180 dni"), (.latvian, "datu aizsardzības", "180 dienu"),
    ])
    func `it is written in the languages of reports`(
        language: ReportLanguage, law: String, days: String
    ) throws {
        let text = try notice(language)
        #expect(text.contains(law))
        #expect(text.contains(days))
    }

    @Test(arguments: [
        (ReportLanguage.english, "S39, S40 and 1 more."), (.polish, "S39, S40 i jeszcze 1."),
        (.latvian, "S39, S40 un vēl 1."),
    ])
    func `of very many sources it names the first, and says how many there are beside them`(
        language: ReportLanguage, told: String
    ) throws {
        let sources = (1...41).map { number in
            let name = "S\(number < 10 ? "0" : "")\(number)"
            return "  - {id: s\(number), name: \(name), path: s\(number).xml}\n"
        }
        let text = try notice(language, ["feeds/forum.yaml": "sources:\n" + sources.joined()])
        #expect(text.contains(told))
        #expect(!text.contains("S41"))
    }
}
