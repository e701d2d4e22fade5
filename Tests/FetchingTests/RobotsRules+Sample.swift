@testable import Fetching

extension RobotsRules {
    /// What a robots.txt says to a crawler named Earshot.
    static func reading(_ text: String, as token: String = "Earshot") -> RobotsRules {
        RobotsRules(Array(text.utf8), productToken: token)
    }
}
