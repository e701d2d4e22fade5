package import Model

/// The page of a trend report: one HTML file that loads nothing and can be read without its
/// script.
package enum TrendsPage {
    package static func html(of trends: Trends) throws(ReportingError) -> String {
        try PageTemplates.page(
            "trends", of: TrendsView(trends, words: PageWords(trends.origin.language)))
    }
}
