/// The JSON Schemas (draft 2020-12) of what other programs rely on.
package enum ContractSchema: String, Sendable, CaseIterable {
    case backtest, digest, notice, parse
    case ruleUsage = "rule-usage"
    case tag, trends, wallboard

    /// UTF-8.
    package var bytes: [UInt8] { EmbeddedFile.bytes(of: "\(rawValue).schema.json") }
}
