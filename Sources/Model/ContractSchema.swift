/// The JSON Schemas (draft 2020-12) of what other programs rely on.
package enum ContractSchema: String, Sendable, CaseIterable {
    case digest, parse, tag, trends

    /// UTF-8.
    package var bytes: [UInt8] {
        switch self {
        case .digest: PackageResources.digest_schema_json
        case .parse: PackageResources.parse_schema_json
        case .tag: PackageResources.tag_schema_json
        case .trends: PackageResources.trends_schema_json
        }
    }
}
