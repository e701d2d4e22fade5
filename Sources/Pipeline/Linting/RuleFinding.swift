package import Model

/// Something in the rules that is wrong, or that their author may not have meant.
package struct RuleFinding: Hashable, Sendable, CustomStringConvertible {
    /// As SARIF has them (§3.27.10).
    package enum Level: String, Sendable, Encodable {
        /// A run refuses the rules.
        case error
        case warning
    }

    package let check: RuleLintCheck
    package let level: Level
    /// What is wrong and what to do, in one line.
    package let message: String
    package let place: FileLocation

    package init(
        _ check: RuleLintCheck, _ level: Level, _ message: String, at place: FileLocation
    ) {
        self.check = check
        self.level = level
        self.message = message.withoutLongMiddle
        self.place = place
    }

    package var description: String { "\(place): \(message)" }

    static func isBefore(_ one: Self, _ other: Self) -> Bool {
        (one.place, one.check.rawValue, one.message)
            < (other.place, other.check.rawValue, other.message)
    }
}

/// What is checked, by the id that reports and suppressions know it by.
package enum RuleLintCheck: String, Sendable, Encodable, CaseIterable {
    case invalidFile = "invalid-file"
    case failingExample = "failing-example"
    case reviewedExample = "reviewed-example"
    case contradictoryExample = "contradictory-example"
    case duplicateName = "duplicate-name"
    case sharedForm = "shared-form"
    case unknownForm = "unknown-form"
    case unknownSource = "unknown-source"
    case missingFile = "missing-file"
    case loneMarket = "lone-market"
    case redundantForm = "redundant-form"
    case ordinaryForm = "ordinary-form"
    case queryInName = "query-in-name"
    case unreachableException = "unreachable-exception"
    case unreachableBrand = "unreachable-brand"
    case unreachableTerm = "unreachable-term"
    case unreachableQuery = "unreachable-query"
    case unreachableContext = "unreachable-context"
    case unreachableCategory = "unreachable-category"
    case unreachableRoute = "unreachable-route"
    case duplicateTerm = "duplicate-term"
    case contradictoryWeight = "contradictory-weight"
    case idleKeyword = "idle-keyword"
    case broadTerm = "broad-term"
    case broadQuery = "broad-query"
    case unusedTeam = "unused-team"
    case idleHolidays = "idle-holidays"
    case idleSeverity = "idle-severity"
    case hashtagComment = "hashtag-comment"
    case unusedMacro = "unused-macro"

    /// One sentence, for whoever meets the id.
    package var summary: String {
        switch self {
        case .invalidFile: "A file in feeds/ or rules/ cannot be read as what it should be."
        case .failingExample: "A rule does not keep the promise of one of its examples."
        case .reviewedExample: "A text gets another tag than a reviewer gave it."
        case .contradictoryExample: "One text is promised to match and not to match."
        case .duplicateName: "Two brands, or one twice, go by the same name."
        case .sharedForm: "A case form of a name is a form of another brand's name too."
        case .unknownForm: "A form is struck that no name of the brand takes."
        case .unknownSource: "A brand has a source that is in no list and was never heard of."
        case .missingFile:
            "A feed, or the certificate that it needs, is in a file that is not there."
        case .loneMarket: "A brand has its market to itself, and so all of the share of voice."
        case .redundantForm: "A form or a hashtag is added that a name takes anyway."
        case .ordinaryForm:
            "A form of a name is an ordinary word too, and nothing tells the two apart."
        case .queryInName: "A name or term has signs that names and terms do not read."
        case .unreachableException: "An exception has no name in it that it could leave out."
        case .unreachableBrand: "No form of the brand is left to be found."
        case .unreachableTerm: "A term can never be found in a text."
        case .unreachableQuery: "A query, or one of its parts, can never hold."
        case .unreachableContext: "A context word can never be what lets a name count."
        case .unreachableCategory: "The weights of a category can never reach 1."
        case .unreachableRoute: "An earlier route takes all that a route asks for."
        case .duplicateTerm: "A term of a category adds nothing to another one."
        case .contradictoryWeight: "One term speaks for something and against it."
        case .idleKeyword: "A learnt keyword changes nothing."
        case .broadTerm: "A term is so short or common that nearly every text has it."
        case .broadQuery: "A query is met by most of the archive."
        case .unusedTeam: "No route leads to a team."
        case .idleHolidays: "A team that works around the clock has holidays."
        case .idleSeverity: "A severity rule raises nothing."
        case .hashtagComment: "What looks like a hashtag is a comment, and not read."
        case .unusedMacro: "No query of its file calls a macro."
        }
    }
}
