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
            posts: report.rules.compactMap { used in
                Kind(rawValue: used.rule.kind.rawValue).map {
                    (Rule($0, used.rule.name, of: used.rule.owner), used.entries)
                }
            })
    }
}
