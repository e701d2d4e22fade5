import Masking
import Model
import RuleLoading
import TestSupport
import Testing

/// What a feeds file says about people.
struct PrivacySettingsTests {
    private func load(_ files: [String: String]) throws -> FeedList {
        try TemporaryFolder.with(files) { try FeedListLoader.load(workspace: $0.path) }
    }

    private func privacy(_ text: String) throws -> PrivacySettings {
        try load(["feeds/a.yaml": text]).privacy
    }

    @Test func `a file may say how long each kind is kept and what stays readable`() throws {
        let privacy = try privacy(
            """
            privacy:
              mask: true
              unmasked: [help@shop.example, "@firm.example", +48 22 123 45 67]
              retention: {mentions: 730d, entries: 90d, authors: 180d, reports: 365d, runs: 30d}
            """)
        var unmasked = MaskExceptions()
        for contact in ["help@shop.example", "@firm.example", "+48 22 123 45 67"] {
            try unmasked.insert(contact)
        }
        let day = Duration.seconds(86_400)
        var retention = Retention()
        (retention.mentions, retention.entries) = (day * 730, day * 90)
        (retention.authors, retention.reports, retention.runs) = (day * 180, day * 365, day * 30)
        #expect(privacy == PrivacySettings(unmasked: unmasked, retention: retention))
    }

    @Test func `texts are masked and everything is kept unless a file says otherwise`() throws {
        let silent = try privacy("sources: [{id: a, name: A, path: a.xml}]")
        #expect(silent == PrivacySettings(isMasking: true, retention: Retention()))
        #expect(try !privacy("privacy: {mask: false}").isMasking)
    }

    @Test func `a source says what is kept of its authors, or the defaults of its file do`() throws
    {
        let list = try load([
            "feeds/a.yaml": """
            defaults: {authors: none}
            sources:
              - {id: a, name: A, path: a.xml}
              - {id: b, name: B, path: b.xml, authors: name}
            """,
            "feeds/c.yaml": "sources: [{id: c, name: C, path: c.xml}]",
        ])
        #expect(list.feeds.map(\.source.authors) == [.none, .name, .pseudonym])
    }

    @Test func `every mistake is told with its place`() throws {
        let found = try Complaints.ofFeeds([
            "feeds/a.yaml": """
            privacy:
              unmasked: [help, a@b.example]
              retention: {mentions: 1h, texts: 90d, runs: soon}
            defaults: {authors: hash}
            sources: [{id: a, name: A, path: a.xml, authors: names}]
            """,
            "feeds/b.yaml": "privacy: {masks: true}",
        ])
        #expect(
            found == [
                "feeds/a.yaml:2:14: 'help' is no contact; write an e-mail address, '@' and a domain "
                    + "for all of its addresses, or a phone number",
                "feeds/a.yaml:3:25: 1h is out of range; write a duration from 1d to 3660d",
                "feeds/a.yaml:3:29: unknown key 'texts'; write mentions, entries, authors, reports "
                    + "or runs",
                "feeds/a.yaml:3:47: 'soon' is not a duration; write one such as 500ms, 30s, 5m, 24h "
                    + "or 2d",
                "feeds/a.yaml:4:21: unknown author policy 'hash'; write pseudonym, name or none",
                "feeds/a.yaml:5:50: unknown author policy 'names'; did you mean 'name'?",
                "feeds/b.yaml:1:10: 'privacy' stands already at feeds/a.yaml:2:3; keep it in one file",
                "feeds/b.yaml:1:11: unknown key 'masks'; did you mean 'mask'?",
            ])
    }
}
