import Foundation
import Model

/// The secrets that feeds, destinations and channels are authorized by, read once before they are asked.
///
/// Those of feeds leave it only as the header line of a request to their own origin.
struct Vault: Sendable {
    private let secrets: [SecretReference: String]
    /// Those that are missing or cannot be sent.
    private let mistakes: [SecretReference: Mistake]

    /// A secret that is missing or cannot be sent keeps only the feeds that need it from being
    /// asked: `failure(of:)`.
    init(for feeds: [Feed], workspace: Workspace) {
        self.init(
            of: Set(feeds.compactMap(\.terms.authorization?.secret)), workspace: workspace)
    }

    /// One that is missing or cannot be sent keeps only those waiting that need it: `complaint(about:)`.
    init(of references: Set<SecretReference>, workspace: Workspace) {
        let environment = ProcessInfo.processInfo.environment
        var secrets: [SecretReference: String] = [:]
        var mistakes: [SecretReference: Mistake] = [:]
        for reference in references {
            do throws(Mistake) {
                secrets[reference] = try Self.secret(reference, workspace, environment)
            } catch {
                mistakes[reference] = error
            }
        }
        self.secrets = secrets
        self.mistakes = mistakes
    }

    /// Why a feed cannot be asked, with the file and line that name its secret; `nil` if it can.
    func failure(of feed: Feed) -> FetchFailure? {
        guard let authorization = feed.terms.authorization,
            let complaint = complaint(
                about: authorization.secret, isEncoded: authorization.isEncoded)
        else { return nil }
        let place = feed.terms.authorizationPlace.map { "\($0): " } ?? ""
        return FetchFailure(kind: .secret, message: "\(place)\(complaint)")
    }

    /// Why a secret that is needed cannot be sent, `nil` if it can.
    ///
    /// - Parameter isEncoded: whether it goes in Base64, in which any letter can (RFC 7617 §2.1).
    func complaint(about reference: SecretReference, isEncoded: Bool = false) -> String? {
        let isSendable =
            isEncoded || secrets[reference]?.utf8.allSatisfy { (0x20...0x7e).contains($0) } != false
        let mistake = mistakes[reference] ?? (isSendable ? nil : .unsendable)
        return mistake.map { "\(reference): \($0.description)" }
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
        let isOneLine = secret.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && $0 != "\u{fffd}"
        }
        guard !secret.isEmpty, isOneLine else { throw .unsendable }
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

    /// Whether what is secret of it goes in Base64.
    fileprivate var isEncoded: Bool {
        switch self {
        case .basic: true
        case .bearer, .header: false
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
