import Model
import RuleLoading
import TestSupport
import Testing

struct SendingRulesTests {
    private static let routing = """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        sending:
          allow_networks: [10.0.0.0/8]
          channels:
            - id: board
              type: email
              url: smtps://mail.example
              user: us
              token: secret:env:SMTP_PASSWORD
              from: Earshot <us@our.example>
              to: [board@our.example, "Ops <ops@our.example>"]
              language: pl
            - {id: room, type: slack, url: "secret:env:SLACK_URL"}
            - {id: hook, type: webhook, url: "https://hook.example", token: "secret:env:HOOK"}
          notices:
            - {id: morning, send: digest, to: [board, hook], at: "07:00", days: mon-fri, at_least: 1}
            - id: urgent
              send: alerts
              to: room
              severity_at_least: high
              quiet_hours: {from: "22:00", to: "06:30"}
        """

    @Test func `channels and notices are read as written`() throws {
        let rules = try Rules.loaded(["rules/routing.yaml": Self.routing])
        let sending = try #require(rules.routing.sending)
        #expect(sending.allowedNetworks == ["10.0.0.0/8"])
        #expect(sending.channels.map(\.kind) == [.email, .slack, .webhook])
        #expect(sending.channels.map(\.timeout) == [.seconds(120), .seconds(30), .seconds(30)])
        let board = sending.channels[0]
        #expect(board.address == .plain("smtps://mail.example:465"))
        #expect(board.from?.name == "Earshot")
        #expect(board.to.map(\.address) == ["board@our.example", "ops@our.example"])
        #expect(board.language == .polish)
        #expect(sending.channels[1].address == .secret(.environment("SLACK_URL")))
        #expect(sending.channels.map(\.whenUnsure) == [.hold, .hold, .resend])
        #expect(
            sending.notices.map(\.content) == [
                .digest(minutes: [420], weekdays: [1, 2, 3, 4, 5], minimumPosts: 1),
                .alerts(minimumSeverity: .high),
            ])
        #expect(sending.notices[1].quietHours == .init(from: 1_320, to: 390))
    }

    @Test func `a channel may have certificates of its own`() throws {
        let routing = Self.routing.replacing(
            "url: smtps://mail.example", with: "url: smtps://mail.example\n      ca_file: own.pem")
        let rules = try Rules.loaded(["rules/routing.yaml": routing])
        #expect(rules.routing.sending?.channels.map(\.certificateFile) == ["own.pem", nil, nil])
    }

    @Test func `a digest may have several times, and be of some categories and places`() throws {
        let routing = Self.routing.replacing(
            "at: \"07:00\"",
            with: #"at: ["22:00", "06:00", "06:00"], categories: complaint, locations: [riga]"#)
        let files = Complaints.goodRules.merging([
            "rules/routing.yaml": routing,
            "rules/categories.yaml":
                "categories: [{id: complaint, name: C, keywords: {en: [bad]}}]",
            "rules/locations.yaml": "locations: [{id: riga, name: Riga}]",
        ]) { $1 }
        let rules = try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path).rules
        }
        let morning = try #require(rules.routing.sending?.notices.first)
        #expect(
            morning.content
                == .digest(
                    minutes: [360, 1_320], weekdays: [1, 2, 3, 4, 5], minimumPosts: 1))
        #expect(morning.audience == .init(categories: ["complaint"], locations: ["riga"]))
    }

    @Test(arguments: [("", false), ("competitors: true", true), ("competitors: false", false)])
    func `alerts may tell of competitors, too`(line: String, isTold: Bool) throws {
        let routing = Self.routing.replacing(
            "send: alerts", with: "send: alerts\n      \(line)")
        let rules = try Rules.loaded(["rules/routing.yaml": routing])
        #expect(
            rules.routing.sending?.notices.map(\.audience.isAlertedOfCompetitors)
                == [false, isTold])
    }

    /// The line that a mistake is put in place of, and what is said of it.
    @Test(arguments: [
        (
            "type: slack", "type: slak", "15:24: unknown type 'slak'; did you mean 'slack'?"
        ),
        (
            "\"secret:env:SLACK_URL\"", "\"https://hooks.example/x\"",
            "15:36: a secret cannot stand in this file; write secret:env:NAME or secret:file:NAME, "
                + "and put it there"
        ),
        (
            "to: [board, hook]", "to: [bord]",
            "18:40: unknown channel 'bord'; did you mean 'board'?"
        ),
        ("at: \"07:00\", ", "", "18:7: key 'at' is missing; write 'at: …'"),
        (
            "send: alerts", "send: alerts\n      at: \"07:00\"",
            "21:11: 'at' means nothing to 'alerts'; remove it"
        ),
        (
            "to: \"06:30\"", "to: \"22:00\"",
            "23:20: 'from' and 'to' are the same, and nothing would ever be sent; write when it is "
                + "quiet, or remove quiet_hours"
        ),
        (
            "quiet_hours: {from: \"22:00\", to: \"06:30\"}",
            "quiet_hours: {from: \"00:00\", to: \"24:00\"}",
            "23:20: 'from' and 'to' are the same, and nothing would ever be sent; write when it is "
                + "quiet, or remove quiet_hours"
        ),
        (
            "at: \"07:00\", ", "at: \"07:00\", competitors: true, ",
            "18:80: 'competitors' means nothing to 'digest'; remove it"
        ),
        (
            "send: alerts", "send: alerts\n      teams: [suport]",
            "21:15: unknown team 'suport'; did you mean 'support'?"
        ),
        (
            "send: alerts", "send: alerts\n      brands: [lamp]",
            "21:16: unknown brand 'lamp'; did you mean 'lampa'?"
        ),
        (
            "send: alerts", "send: alerts\n      locations: [riga]",
            "21:19: unknown location 'riga'; no location is defined yet, so define it"
        ),
        (
            "at: \"07:00\"", "at: [\"07:00\", \"25:00\"]",
            "18:68: '25:00' is not a time of day; write one such as \"08:00\""
        ),
        (
            "from: Earshot <us@our.example>", "from: Earshot",
            "12:13: 'Earshot' is no e-mail address; write name@host.example or "
                + "Name <name@host.example>"
        ),
    ])
    func `a mistake is told with its place and what to write`(
        line: String, mistake: String, message: String
    ) throws {
        let text = Self.routing.replacing(line, with: mistake)
        let found = try Complaints.ofRouting(text)
        #expect(found.contains("rules/routing.yaml:" + message), "\(found)")
    }
}
