import Foundation
import Model

/// The secrets that feeds are authorized by, read once at the beginning of a run.
///
/// They leave it only as the header line of a request to their own origin.
struct Vault: Sendable {
    private let secrets: [SecretReference: String]
    /// Those that are missing or cannot be sent.
    private let mistakes: [SecretReference: Mistake]

    /// A secret that is missing or cannot be sent keeps only the feeds that need it from being
    /// asked: `failure(of:)`.
    init(
        for feeds: [Feed], workspace: Workspace,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        var secrets: [SecretReference: String] = [:]
        var mistakes: [SecretReference: Mistake] = [:]
        for reference in Set(feeds.compactMap(\.terms.authorization?.secret)) {
            do throws(Mistake) {
                secrets[reference] = try Self.secret(reference, workspace, environment)
            } catch {
                mistakes[reference] = error
            }
        }
        self.secrets = secrets
        self.mistakes = mistakes
    }

    /// - Parameter needed: with the names of those who need them, for messages.
    /// - Throws: every secret that is missing or cannot be sent, together.
    init(
        _ needed: [(owner: String, reference: SecretReference)], workspace: Workspace,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(RunError) {
        var secrets: [SecretReference: String] = [:]
        var mistakes: [String] = []
        for (owner, reference) in needed where secrets[reference] == nil {
            do throws(Mistake) {
                secrets[reference] = try Self.secret(reference, workspace, environment)
            } catch {
                mistakes.append("\(owner): \(reference): \(error.description)")
            }
        }
        guard mistakes.isEmpty else { throw .badInput(mistakes.joined(separator: "\n")) }
        self.secrets = secrets
        self.mistakes = [:]
    }

    /// Why a feed cannot be asked, with the file and line that name its secret; `nil` if it can.
    func failure(of feed: Feed) -> FetchFailure? {
        guard let reference = feed.terms.authorization?.secret, let mistake = mistakes[reference]
        else { return nil }
        let place = feed.terms.authorizationPlace.map { "\($0): " } ?? ""
        return FetchFailure(
            kind: .secret, message: "\(place)\(reference): \(mistake.description)")
    }

    /// `nil` for one that nobody said to need.
    func secret(_ reference: SecretReference) -> String? { secrets[reference] }

    func credentials(of feed: Feed) -> Credentials? {
        guard let authorization = feed.terms.authorization,
            let secret = secrets[authorization.secret]
        else { return nil }
        return Credentials(headerLine: authorization.headerLine(secret))
    }

    // MARK: - Private

    private enum Mistake: Error {
        case notSet
        case unreadable(String)
        case readableByOthers
        case unsendable

        var description: String {
            switch self {
            case .notSet: "the variable is not set; set it in the service's environment"
            case .unreadable(let reason): "the file cannot be read (\(reason)); check its path"
            case .readableByOthers: "others may read the file; `chmod 600` it"
            case .unsendable: "the secret is not one line of plain ASCII; correct it"
            }
        }
    }

    private static func secret(
        _ reference: SecretReference, _ workspace: Workspace, _ environment: [String: String]
    ) throws(Mistake) -> String {
        let text: String
        switch reference {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else { throw .notSet }
            text = value
        case .file(let path):
            text = try contents(WorkspacePath.resolved(path, in: workspace.path))
        }
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !secret.isEmpty, secret.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
            throw .unsendable
        }
        return secret
    }

    private static func contents(_ path: String) throws(Mistake) -> String {
        do {
            // Services are often handed a link, whose own permissions mean nothing.
            let path = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
            guard permissions & 0o077 == 0 else { throw Mistake.readableByOthers }
            return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        } catch let mistake as Mistake {
            throw mistake
        } catch {
            throw .unreadable(error.reason)
        }
    }
}

extension Authorization {
    fileprivate var secret: SecretReference {
        switch self {
        case .basic(_, let password): password
        case .bearer(let token): token
        case .header(_, let value): value
        }
    }

    fileprivate func headerLine(_ secret: String) -> String {
        switch self {
        case .basic(let user, _):
            "Authorization: Basic " + Data("\(user):\(secret)".utf8).base64EncodedString()
        case .bearer: "Authorization: Bearer \(secret)"
        case .header(let name, _): "\(name): \(secret)"
        }
    }
}
