import Hashing
import Mustache

/// The built-in templates, and the style they share.
enum PageTemplates {
    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    /// What the page's Content-Security-Policy lets in, and nothing else.
    static let styleHash = ContentHash.base64(PackageResources.page_css)

    /// The parts in the order in which they need each other; they are one module of a page.
    static let digestScript = EmbeddedText(
        tables + PackageResources.rows_js + PackageResources.finding_js
            + PackageResources.correcting_js)
    static let trendsScript = EmbeddedText(tables)
    static let wallboardScript = EmbeddedText(PackageResources.wallboard_js)
    static let wallboardStyle = EmbeddedText(PackageResources.wallboard_css)

    static func page(_ name: String, of view: some Sendable) throws(ReportingError) -> String {
        guard
            let page = try library.get().render(
                ViewValues.of(view) ?? view, withTemplate: name)
        else {
            throw .brokenTemplate(name: name, reason: "there is none of this name")
        }
        return page
    }

    /// The first line of each template; without it, swift-mustache would escape by characters.
    static let firstLine = "{{% CONTENT_TYPE: OUTSIDE}}\n"

    static let sources: [String: [UInt8]] = [
        "answer": PackageResources.answer_mustache,
        "corrections": PackageResources.corrections_mustache,
        "digest": PackageResources.digest_mustache,
        "brand": PackageResources.brand_mustache,
        "facets": PackageResources.facets_mustache,
        "facettrends": PackageResources.facettrends_mustache,
        "foot": PackageResources.foot_mustache,
        "handbook": PackageResources.handbook_mustache,
        "head": PackageResources.head_mustache,
        "health": PackageResources.health_mustache,
        "incident": PackageResources.incident_mustache,
        "index": PackageResources.index_mustache,
        "linechart": PackageResources.linechart_mustache,
        "mention": PackageResources.mention_mustache,
        "news": PackageResources.news_mustache,
        "patterns": PackageResources.patterns_mustache,
        "planning": PackageResources.planning_mustache,
        "quote": PackageResources.quote_mustache,
        "reasons": PackageResources.reasons_mustache,
        "ruleexamples": PackageResources.ruleexamples_mustache,
        "sourcegroups": PackageResources.sourcegroups_mustache,
        "tablefinder": PackageResources.tablefinder_mustache,
        "tickets": PackageResources.tickets_mustache,
        "tickettimes": PackageResources.tickettimes_mustache,
        "tonebar": PackageResources.tonebar_mustache,
        "tools": PackageResources.tools_mustache,
        "topics": PackageResources.topics_mustache,
        "trends": PackageResources.trends_mustache,
        "wallboard": PackageResources.wallboard_mustache,
    ]

    // MARK: - Private

    private static let tables = PackageResources.folding_js + PackageResources.tables_js

    private static let library: Result<MustacheLibrary, ReportingError> = {
        MustacheContentTypes.register(OutsideText(), named: "OUTSIDE")
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            do {
                try library.register(
                    firstLine + String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                return .failure(.brokenTemplate(name: name, reason: "\(error)"))
            }
        }
        return .success(library)
    }()
}

/// A script or style of ours, and the hash by which a page's Content-Security-Policy lets it in.
struct EmbeddedText: Sendable {
    let text: String
    let hash: String

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        hash = ContentHash.base64(bytes)
    }
}
