import Model
import TestSupport
import Testing

@testable import Reporting

/// Targets for what people answer in surveys and give in stars.
struct SurveyTargetTests {
    /// Four of Zefirnet and one of Kawka: stars, how likely they recommend it, how easy it was.
    private static let answers: [(brand: String, stars: Double, nps: Int, ces: Int)] = [
        ("Zefirnet", 5, 10, 7), ("Zefirnet", 4, 9, 5), ("Zefirnet", 1, 3, 4), ("Zefirnet", 2, 8, 1),
        ("Kawka", 5, 10, 6),
    ]

    private static func result(
        _ measure: Target.Measure, _ bound: Target.Bound, of brand: Brand.ID? = nil,
        in language: ReportLanguage = .english
    ) throws -> Trends.TargetResult {
        let heard = answers.enumerated().map { number, answer in
            let appraisal = Appraisal(
                stars: Stars(rating: answer.stars),
                recommendation: Recommendation(points: answer.nps),
                effort: CustomerEffort(points: answer.ces))
            return HeardEntry.sample(
                Int64(number + 1), appraisal.above(answer.brand) ?? "",
                saying: [.init(of: Brand.ID(answer.brand.lowercased()), as: answer.brand)],
                at: .at("2026-11-16T10:00:00Z"))
        }
        let sample = ReportingContext.sample
        let context = ReportingContext(
            brands: sample.brands, categories: sample.categories,
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: [],
                targets: [Target(measure: measure, brand: brand, bound: bound, place: .sample)]),
            language: language, rulesHash: sample.rulesHash, programVersion: sample.programVersion)
        return try #require(SampleReports.trends(of: heard, context: context).targets.first)
    }

    @Test(
        arguments: [
            (.csat, .atLeast(0.6), 0.6, true), (.csat, .atLeast(0.8), 0.6, false),
            (.nps, .atLeast(30), 40, true), (.nps, .atMost(-10), 40, false),
            (.ces, .atLeast(0.61), 0.6, false),
        ] as [(Target.Measure, Target.Bound, Double, Bool)])
    func `they are measured over the answers of all own brands`(
        measure: Target.Measure, bound: Target.Bound, value: Double, isMet: Bool
    ) throws {
        let result = try Self.result(measure, bound)
        #expect(result.value == value)
        #expect(result.isMet == isMet)
    }

    @Test(arguments: [Target.Measure.csat, .nps, .ces])
    func `of fewer than five answers there is nothing to measure`(measure: Target.Measure) throws {
        let result = try Self.result(measure, .atLeast(0.5), of: "zefirnet")
        #expect(result.value == nil && result.isMet == nil)
        #expect(result.sentence.contains("nothing to measure"))
    }

    @Test(
        arguments: [
            (.csat, .atLeast(0.8), "CSAT, savi zīmoli: 60%; mērķis vismaz 80%, nav sasniegts."),
            (.nps, .atLeast(40.4), "NPS, savi zīmoli: +40; mērķis vismaz +40,4, nav sasniegts."),
            (.nps, .atLeast(-5), "NPS, savi zīmoli: +40; mērķis vismaz −5, sasniegts."),
            (.ces, .atMost(0.9), "CES, savi zīmoli: 60%; mērķis ne vairāk kā 90%, sasniegts."),
        ] as [(Target.Measure, Target.Bound, String)])
    func `they are told as the tables tell them`(
        measure: Target.Measure, bound: Target.Bound, sentence: String
    ) throws {
        #expect(try Self.result(measure, bound, in: .latvian).sentence == sentence)
    }
}
