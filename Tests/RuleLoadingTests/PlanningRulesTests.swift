import Model
import RuleLoading
import TestSupport
import Testing

struct PlanningRulesTests {
    private static let routing = """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        targets:
          - {measure: positive_share, at_least: 0.3}
          - {measure: answered_in_time, team: support, at_least: 0.9}
        staffing: {handling_time: 6m, answer_within: 1h, share_within: 0.9}
        """

    @Test func `targets and staffing are read as written`() throws {
        let routing = try Rules.loaded(["rules/routing.yaml": Self.routing]).routing
        #expect(routing.targets.map(\.measure) == [.positiveShare, .answeredInTime])
        #expect(routing.targets.map(\.bound) == [.atLeast(0.3), .atLeast(0.9)])
        #expect(routing.targets[1].team == "support")
        #expect(routing.targets[0].place.line == 5)
        #expect(
            routing.staffing
                == StaffingRules(
                    handlingTime: .seconds(360), answerWithin: .seconds(3_600), shareWithin: 0.9))
    }

    @Test func `the share of posts that need an answer may be written`() throws {
        let text = Self.routing.replacing(
            "share_within: 0.9", with: "share_within: 0.9, answer_share: 0.3")
        let staffing = try Rules.loaded(["rules/routing.yaml": text]).routing.staffing
        #expect(staffing?.answerShare == 0.3)
    }

    @Test(arguments: [
        (
            "measure: positive_share", "measure: positive_shares",
            "5:15: unknown measure 'positive_shares'; did you mean 'positive_share'?"
        ),
        ("at_least: 0.3", "at_least: 30", "5:41: 30 is out of range; write a number from 0 to 1"),
        (
            "positive_share, at_least: 0.3", "nps, at_least: 130",
            "5:30: 130 is out of range; write a number from -100 to 100"
        ),
        (
            "positive_share, at_least: 0.3", "csat, at_least: 4",
            "5:31: 4 is out of range; write a number from 0 to 1"
        ),
        (
            "positive_share, at_least", "ces, team: support, at_least",
            "5:26: 'ces' is measured by brand; remove 'team'"
        ),
        (
            "at_least: 0.3", "at_least: 0.3, at_most: 0.5",
            "5:5: a target has one bound; write either 'at_least' or 'at_most'"
        ),
        (
            "positive_share, at", "positive_share, team: support, at",
            "5:37: 'positive_share' is measured by brand; remove 'team'"
        ),
        (
            "handling_time: 6m", "handling_time: 0s",
            "7:27: 0s is out of range; write a duration from 1s to 24h"
        ),
        (
            "share_within: 0.9", "share_within: 1",
            "7:64: 1 is out of range; write a number from 0.01 to 0.99"
        ),
        (
            "share_within: 0.9", "answer_share: 30",
            "7:64: 30 is out of range; write a number from 0.001 to 1"
        ),
    ])
    func `a mistake is told with its place and what to write`(
        line: String, mistake: String, message: String
    ) throws {
        let text = Self.routing.replacing(line, with: mistake)
        let found = try Complaints.ofRouting(text)
        #expect(found.contains("rules/routing.yaml:" + message), "\(found)")
    }
}
