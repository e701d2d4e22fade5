/// What the judge of the score server looks for, each counted by itself.
enum ScoreRule: String, CaseIterable, Sendable {
    /// The whole document was asked for, though the last answer can be recognised.
    ///
    /// Let pass: one check after two weeks of nothing but 304, and from then on a server whose
    /// 304s this has shown to be wrong.
    case unconditional
    /// Validators that this very address did not give with its last answer, or one of two.
    case strangeValidators
    /// The same feed again within an hour.
    case tooSoon
    /// Again within `max-age`, `Expires` or `ttl`, up to a day.
    case stillFresh
    /// A document that cannot be recognised was asked for twice in a day.
    case wholeTooOften
    /// Within the time that a host or feed is to be left alone.
    case duringRest
    /// A host was asked for something else in the run in which it had answered 429.
    case afterOverload
    /// Within a day of the first 410, or ever after the second.
    case afterGone
    case robotsTooOften
    /// Something was asked for before robots.txt, or by a copy older than a day.
    case robotsTooLate
    case forbiddenByRobots
    case method
    case cookie
    case referer
    /// An address that nobody gave us, such as one with a query added.
    case strangeAddress
    /// No contact, or not the same each time.
    case userAgent
    /// No feed types named.
    case accept
    case noCompression
    /// A redirect's target was asked without the address that leads there, before the move is to
    /// be believed; or that address again afterwards.
    case move
    /// `A-IM` without `If-None-Match`.
    case delta
    /// A feed that fails was asked again sooner than the time before.
    case backOff
    /// In an hour or on a day that the feed has named.
    case skippedTime
    /// A host was asked again, by the real clock, before the pause after its last request was over.
    case shortPause
    /// The same of a page after another page.
    case shortPagePause
}

struct ScoreViolation: Sendable, CustomStringConvertible {
    let rule: ScoreRule
    let event: ScoreEvent

    var description: String { "\(rule.rawValue): \(event)" }
}
