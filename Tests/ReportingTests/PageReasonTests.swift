import Model
import TestSupport
import Testing

@testable import Reporting

/// Why a mention has its tags, as a page says it.
struct PageReasonTests {
    @Test(arguments: [
        (ReportLanguage.english, "said to", "blame said to “@zefirnet” (rules/categories.yaml:31)"),
        (.polish, "said to", "krytyka pod adresem „@zefirnet” (rules/categories.yaml:31)"),
        (.latvian, "said to", "pārmetumi, kas teikti „@zefirnet” (rules/categories.yaml:31)"),
        (.english, "told of", "blame told of “@zefirnet” (rules/categories.yaml:31)"),
        (.polish, "told of", "krytyka na temat „@zefirnet” (rules/categories.yaml:31)"),
        (.latvian, "told of", "pārmetumi par „@zefirnet” (rules/categories.yaml:31)"),
    ])
    func `blame of a brand is told in words`(
        language: ReportLanguage, way: String, reason: String
    ) throws {
        let heard = HeardEntry.sample(
            1, "@zefirnet terrible Monday",
            saying: [.init(of: "zefirnet", as: "@zefirnet", .negative)],
            categories: [.sample("complaint", by: "blame \(way) @zefirnet")])
        let digest = SampleReports.digest(of: [heard], context: .sample(in: language))
        #expect(try DigestPage.html(of: digest).contains(reason))
    }
}
