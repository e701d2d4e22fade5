import Testing

@testable import Reporting

struct HandbookRoutingViewTests {
    @Test(arguments: [
        ("nie działa", "nie działa"), ("slow|slowly", "slow|slowly"),
        ("hurt|hurts|hurting", "hurt|hurts|hurting"),
        ("nobody ever|answered|replied|there", "nobody ever|answered|…"),
    ])
    func `of a word with many forms in a lexicon the first two are told`(
        term: String, told: String
    ) {
        #expect(HandbookRoutingView.short(term) == told)
    }
}
