import Classifying
import Model
import Testing

struct TriageTests {
    @Test(
        arguments: [
            ("Hello there", .normal, "no category"),
            ("well done Zefirnet", .low, "category praise, rules/categories.yaml:30"),
            ("error 500 in the app", .normal, "category technical_issue, rules/categories.yaml:20"),
            ("outage in the centre", .high, "category incident, rules/categories.yaml:9"),
            ("well done, an outage", .high, "category incident, rules/categories.yaml:9"),
            ("awful outage at Zefirnet", .critical, "rules/routing.yaml:30"),
            ("awful outage at Baltfon", .high, "category incident, rules/categories.yaml:9"),
            ("awful awful Zefirnet", .high, "rules/routing.yaml:32"),
        ] as [(String, Severity, String)])
    func `severity starts from the categories and is raised by rules, never lowered`(
        text: String, severity: Severity, reason: String
    ) {
        let tags = Classifier.sample.tags(text, language: .english)
        #expect(tags.severity == severity)
        #expect(tags.severityReason == reason)
    }

    @Test(arguments: [
        ("Hello there", "marketing", "default team"),
        ("awful outage at Zefirnet", "press", "rules/routing.yaml:10"),
        ("outage at Zefirnet", "support", "rules/routing.yaml:12"),
        ("outage at Baltfon", "marketing", "default team"),
        ("looking for a provider like Zefirnet", "sales", "rules/routing.yaml:14"),
        ("Kawka is awful", "support", "rules/routing.yaml:16"),
        ("Kawka is great", "marketing", "default team"),
        ("Kawka is great, Ziarenko is awful", "marketing", "default team"),
        ("Zefirnet is awful", "marketing", "default team"),
    ])
    func `the first route of which all conditions hold names the team`(
        text: String, team: String, reason: String
    ) {
        let tags = Classifier.sample.tags(text, language: .english)
        #expect(tags.team.value == team)
        #expect(tags.teamReason == reason)
    }
}
