import Foundation
import Model

extension TicketDestination {
    /// The header line by which its system knows us; none where each body is signed, and where nothing
    /// is asked over HTTP.
    func authorization(_ secret: String) -> [String] {
        let user = credentials.user ?? ""
        return switch system {
        case .redmine: ["X-Redmine-API-Key: \(secret)"]
        case .requestTracker: ["Authorization: token \(secret)"]
        case .roundup, .jira: [Self.basic(user, secret)]
        case .zendesk: [Self.basic(user + "/token", secret)]
        // The key is the user, and any word the password.
        case .freshdesk: [Self.basic(secret, "X")]
        case .zammad: ["Authorization: Token token=\(secret)"]
        case .jiraDataCenter, .github, .intercom: ["Authorization: Bearer \(secret)"]
        case .gitlab: ["PRIVATE-TOKEN: \(secret)"]
        case .webhook, .email, .jsonLines, .csv: []
        }
    }

    /// By a name and a password (RFC 7617).
    private static func basic(_ user: String, _ password: String) -> String {
        "Authorization: Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
    }
}
