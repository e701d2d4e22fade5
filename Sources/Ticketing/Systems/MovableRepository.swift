import Foundation

/// The present place of a GitHub repository, which stays known by its old name after it is renamed or
/// transferred.
///
/// Requests are then answered with the new place, where they are to be repeated as they are
/// (docs.github.com, REST API, "Best practices", on redirects).
final class MovableRepository {
    /// Behind the address of the interface.
    private(set) var path: String
    private let address: String
    /// Whether it was found elsewhere than where it is looked for.
    private(set) var hasMoved = false

    /// - Parameter address: of the interface; who knows the secret is asked there alone.
    init(at path: String, of address: String) {
        self.path = path
        self.address = address
    }

    /// - Parameter request: by its path in the repository.
    func request(_ request: WebRequest) -> WebRequest {
        WebRequest(
            request.method, path + request.path, headers: request.headers, body: request.body)
    }

    /// What is answered where the repository is; it is asked there from then on.
    ///
    /// - Parameters:
    ///   - request: about all issues, by its path in the repository.
    ///   - now: from when on a pause is counted that the server asks for.
    ///   - send: is handed which answers besides are no fault.
    func answer(
        to request: WebRequest, now: Date,
        by send: (WebRequest, _ accepting: Set<Int>) throws(DeliveryFault) -> WebAnswer
    ) throws(DeliveryFault) -> WebAnswer {
        for _ in 0..<Self.mostMoves {
            let answer = try send(self.request(request), Self.redirects)
            guard Self.redirects.contains(answer.status) else { return answer }
            guard let place = place(in: answer, of: request) else {
                throw answer.fault(now: now)
            }
            path = place
            hasMoved = true
        }
        throw .shut("its repository was moved, and from there, and so on; write where it is now")
    }

    // MARK: - Private

    private static let redirects: Set = [301, 302, 307, 308]
    private static let mostMoves = 4

    /// - Returns: `nil` for what leads elsewhere than to the same of another repository.
    private func place(in answer: WebAnswer, of request: WebRequest) -> String? {
        guard let location = answer.headers["location"], location.hasPrefix(address + "/") else {
            return nil
        }
        let target = location.dropFirst(address.count).prefix { $0 != "?" }
        let rest = request.path.prefix { $0 != "?" }
        guard target.hasSuffix(rest) else { return nil }
        let place = String(target.dropLast(rest.count))
        let isRepository = ["/repos/", "/repositories/"].contains { place.hasPrefix($0) }
        return isRepository && place != path ? place : nil
    }
}
