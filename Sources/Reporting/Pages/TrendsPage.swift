package import Model

/// The page of a trend report: one HTML file without scripts that loads nothing.
package enum TrendsPage {
    package static func html(of trends: Trends) throws(ReportingError) -> String {
        try PageTemplates.page(
            "trends", of: TrendsView(trends, words: PageWords(trends.origin.language)))
    }
}
