import Foundation
import Matching
package import Model
import Querying
import Reporting

extension Workspace {
    /// The rules as a page for the people who work by them.
    ///
    /// - Parameters:
    ///   - language: `nil` for that of the rules.
    ///   - linkBase: what stands before `rules/brands.yaml#L12` in a link.
    ///   - usage: how often each rule has fired, with all its rules; `nil` for a page without that.
    package func handbook(
        in language: ReportLanguage?, linkBase: String, usage: RuleUsageReport? = nil
    ) throws(RunError) -> String {
        let checked = try loadRules()
        let rules = checked.rules
        let forms = rules.brands.map { brand in
            (
                brand.id,
                BrandForm.all(of: brand).filter { !$0.isStruck && !$0.lacksAccents }.map(\.form)
            )
        }
        let queries = rules.brands.compactMap { brand in
            brand.query.map { (brand.id, $0.written) }
        }
        var content = HandbookContent(
            rules: rules, forms: Dictionary(uniqueKeysWithValues: forms),
            queries: Dictionary(uniqueKeysWithValues: queries), rulesHash: checked.hash,
            programVersion: ProgramVersion.current, linkBase: linkBase)
        content.usage = usage.map(HandbookUsage.init)
        do {
            return try HandbookPage.html(of: content, in: language ?? rules.routing.language)
        } catch {
            throw .bug(error.description)
        }
    }

    /// Writes a page that is there whole or not at all.
    package func write(_ page: String, to path: String) throws(RunError) {
        try WholeFile(path: path).write(Data(page.utf8), permissions: 0o640)
    }
}

extension HandbookUsage {
    fileprivate init(_ report: RuleUsageReport) {
        self.init(
            from: report.period.from, to: report.period.to,
            posts: report.rules.filter { !$0.rule.isAgainst }.compactMap { used in
                Kind(rawValue: used.rule.kind.rawValue).map { kind in
                    (Rule(kind, kind.name(of: used.rule), of: used.rule.owner), used.posts)
                }
            })
        toneLines = report.rules.compactMap { used in
            guard used.rule.kind == .tone, used.posts > 0, let language = used.rule.language
            else { return nil }
            return ToneLine(used.rule.name, in: language, posts: used.posts)
        }
    }
}

extension HandbookUsage.Kind {
    fileprivate func name(of rule: UsedRule) -> String {
        switch self {
        case .route, .severity: rule.place.description
        case .brand, .name, .contextWord, .exception, .struckForm, .category, .facet, .location,
            .keyword:
            rule.name
        }
    }
}

extension RuleUsageReport.Rule {
    /// As digests and trends count them: without spam, but for the rules that find it.
    fileprivate var posts: Int {
        let spam = Model.Category.ID.spam.value
        let findsSpam = rule.owner == spam || rule.kind == .category && rule.name == spam
        return findsSpam ? entries : entries - self.spam
    }
}
