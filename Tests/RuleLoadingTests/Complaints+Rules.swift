import Model
import RuleLoading
import TestSupport

extension Complaints {
    /// - Parameter files: those that differ from a workspace in which all is well.
    static func ofRules(_ files: [String: String]) throws -> [String] {
        try TemporaryFolder.with(goodRules.merging(files) { $1 }) { folder in
            try ofRules(in: folder)
        }
    }

    static func ofRules(
        in folder: TemporaryFolder, folder rules: String = "rules"
    ) throws -> [String] {
        do throws(RuleErrors) {
            _ = try RuleLoader.load(workspace: folder.path, folder: rules)
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    /// Those of a routing, in a workspace whose other rules are right.
    static func ofRouting(_ text: String) throws -> [String] {
        try ofRules(["rules/routing.yaml": text])
    }

    static let goodRules = [
        "rules/brands.yaml": """
        brands:
          - id: lampa
            name: Lampa
        """,
        "rules/categories.yaml": """
        categories:
          - id: incident
            name: Incident
            keywords: {en: [outage]}
        """,
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams:
          - id: support
            name: Support
        default_team: support
        """,
        "rules/sentiment/en.tsv": "good\t2\n",
    ]
}

extension Rules {
    /// What a made-up workspace says, whose other rules are right.
    static func loaded(_ files: [String: String]) throws -> Rules {
        try TemporaryFolder.with(Complaints.goodRules.merging(files) { $1 }) { folder in
            try RuleLoader.load(workspace: folder.path).rules
        }
    }
}
