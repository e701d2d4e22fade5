/// The JSON Schemas (draft 2020-12) of what other programs rely on.
package enum ContractSchema: String, Sendable, CaseIterable {
    case backtest, digest, notice, parse, tag, trends, wallboard

    /// UTF-8.
    package var bytes: [UInt8] {
        switch self {
        case .backtest: PackageResources.backtest_schema_json
        case .digest: PackageResources.digest_schema_json
        case .notice: PackageResources.notice_schema_json
        case .parse: PackageResources.parse_schema_json
        case .tag: PackageResources.tag_schema_json
        case .trends: PackageResources.trends_schema_json
        case .wallboard: PackageResources.wallboard_schema_json
        }
    }
}
