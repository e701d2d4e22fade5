/// The JSON Schemas (draft 2020-12) of what other programs rely on.
package enum ContractSchema: String, Sendable, CaseIterable {
    case archive, backtest, backup, digest
    case digestVerify = "digest-verify"
    case doctor, explain, export
    case exportPreview = "export-preview"
    case feedsCheck = "feeds-check"
    case feedsDiscover = "feeds-discover"
    case feedsImport = "feeds-import"
    case forget
    case forgetRetention = "forget-retention"
    case `import`
    case index, manifest, mention, notice, parse, retag
    case reviewApply = "review-apply"
    case reviewExport = "review-export"
    case rulesCheck = "rules-check"
    case rulesForms = "rules-forms"
    case rulesLearn = "rules-learn"
    case rulesUsage = "rules-usage"
    case run, search
    case sendPreview = "send-preview"
    case storeCopy = "store-copy"
    case table, tag, ticket, tickets
    case ticketsStatus = "tickets-status"
    case trends, unreadable, wallboard

    /// UTF-8.
    package var bytes: [UInt8] { EmbeddedFile.bytes(of: "\(rawValue).schema.json") }

    /// The commands that print it with `--format json`, without the program's name.
    package var commands: [String] {
        switch self {
        case .backtest: ["rules backtest"]
        case .backup: ["backup", "restore"]
        case .digest: ["digest"]
        case .doctor: ["doctor"]
        case .explain: ["explain"]
        case .export: ["export", "send now"]
        case .feedsCheck: ["feeds check"]
        case .feedsDiscover: ["feeds discover"]
        case .feedsImport: ["feeds import"]
        case .forget: ["forget"]
        case .import: ["import"]
        case .retag: ["retag"]
        case .reviewApply: ["review apply"]
        case .rulesCheck: ["rules check"]
        case .rulesForms: ["rules forms"]
        case .rulesLearn: ["rules learn"]
        case .rulesUsage: ["rules usage"]
        case .run: ["run", "fetch"]
        case .search: ["search"]
        case .storeCopy: ["store copy"]
        case .tickets: ["tickets show", "send show"]
        case .ticketsStatus: ["tickets status"]
        case .trends: ["trends"]
        case .archive, .digestVerify, .exportPreview, .forgetRetention, .index, .manifest,
            .mention, .notice, .parse, .reviewExport, .sendPreview, .table, .tag, .ticket,
            .unreadable, .wallboard:
            []
        }
    }

    /// What else has this shape, for people; empty where nothing has.
    package var others: [String] {
        switch self {
        case .archive: ["a line of export-archive"]
        case .digest: ["out/digests/*.json"]
        case .digestVerify: ["digest --verify"]
        case .exportPreview: ["a line of export --dry-run"]
        case .forget: ["erasures/*.json"]
        case .forgetRetention: ["forget --retention"]
        case .index: ["out/index.json"]
        case .manifest: ["out/manifest.json"]
        case .mention: ["a line of digest --format jsonl"]
        case .notice: ["the body of a webhook of 'sending:'"]
        case .parse: ["parse, and a line of parse --lines"]
        case .reviewExport: ["a line of review export"]
        case .run: ["out/runs/*.json"]
        case .sendPreview: ["a line of send --dry-run"]
        case .table: ["a line of digest and trends --format jsonl --table"]
        case .tag: ["a line of tag"]
        case .ticket: ["a line, or the body of a webhook, of 'tickets:'"]
        case .trends: ["out/trends/*.json"]
        case .unreadable: ["unreadable/*.json"]
        case .wallboard: ["out/wallboard.json"]
        case .backtest, .backup, .doctor, .explain, .export, .feedsCheck, .feedsDiscover,
            .feedsImport, .import, .retag, .reviewApply, .rulesCheck, .rulesForms, .rulesLearn,
            .rulesUsage, .search, .storeCopy, .tickets, .ticketsStatus:
            []
        }
    }
}
