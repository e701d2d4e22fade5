/// Tells pages that stand in for what was asked for from pages that people wrote.
///
/// Only pages that say little themselves are taken for one: a blog that writes about bot walls, has a
/// log-in link, or asks for a captcha below its comments, is a blog.
enum PageKind {
    /// What the page is in place of what was asked for; `nil` for an ordinary page.
    static func refusal(in page: [UInt8]) -> ParseError? {
        let glance = PageGlance(page)
        guard glance.isShort else { return nil }
        if let wall = BotWallPage.found(in: glance) { return .botWall(name: wall.name) }
        if LoginPage.isOne(glance) { return .loginPage }
        if ConsentWall.isOne(glance) { return .consentWall }
        if ParkedDomain.isOne(glance) { return .parkedDomain }
        return nil
    }
}
