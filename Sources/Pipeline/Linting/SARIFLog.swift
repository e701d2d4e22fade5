package import Foundation
import Model

/// What was found in the rules, as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and
/// editors show beside the lines.
package struct SARIFLog: Sendable, Encodable {
    private let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    private let version = "2.1.0"
    private let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    package init(_ verdict: RulesVerdict) {
        runs = [Run(results: verdict.findings.map(Result.init))]
    }

    /// With the keys as the standard spells them, sorted; the same findings give the same bytes.
    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(self)
    }

    // MARK: - Private

    private struct Message: Encodable {
        let text: String
    }

    private struct Run: Encodable {
        struct Tool: Encodable {
            struct Driver: Encodable {
                let name = "earshot"
                let version = ProgramVersion.current
                let rules = RuleLintCheck.allCases.map(Rule.init)
            }

            let driver = Driver()
        }

        let tool = Tool()
        /// Columns count Unicode scalars (§3.14.17).
        let columnKind = "unicodeCodePoints"
        let results: [Result]
    }

    private struct Rule: Encodable {
        let id: String
        let shortDescription: Message

        init(_ check: RuleLintCheck) {
            id = check.rawValue
            shortDescription = Message(text: check.summary)
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: RuleFinding.Level
        let message: Message
        let locations: [Location]

        init(_ finding: RulesVerdict.Finding) {
            ruleId = finding.check.rawValue
            ruleIndex = RuleLintCheck.allCases.firstIndex(of: finding.check) ?? 0
            level = finding.level
            message = Message(text: finding.message)
            locations = [Location(finding)]
        }
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            let artifactLocation: Artifact
            /// Absent when the file as a whole is meant.
            let region: Region?
        }

        struct Artifact: Encodable {
            /// Relative to the workspace.
            let uri: String
        }

        struct Region: Encodable {
            let startLine: Int
            let startColumn: Int?
        }

        let physicalLocation: Physical

        init(_ finding: RulesVerdict.Finding) {
            let path =
                finding.file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
                ?? finding.file
            physicalLocation = Physical(
                artifactLocation: Artifact(uri: path),
                region: finding.line.map { Region(startLine: $0, startColumn: finding.column) })
        }
    }
}
