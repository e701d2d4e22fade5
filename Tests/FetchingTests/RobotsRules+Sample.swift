@testable import Fetching

extension RobotsRules {
    /// What a robots.txt says to a crawler named Earshot.
    static func reading(_ text: String, as token: String = "Earshot") -> RobotsRules {
        RobotsRules(Array(text.utf8), productToken: token)
    }

    /// Nothing may be fetched but robots.txt itself.
    static let disallowAll = RobotsRules(stored: "Disallow: /")

    func allows(_ pathAndQuery: String) -> Bool {
        ruleForbidding(pathAndQuery) == nil
    }
}
