import Storing

/// Does something that throws what the archive refuses, and nothing else, which a group of tasks has no
/// way to say.
func throwingStoreErrorsAlone<Value>(_ work: () async throws -> Value) async throws(StoreError)
    -> Value
{
    do {
        return try await work()
    } catch let error as StoreError {
        throw error
    } catch {
        preconditionFailure("a crawl throws nothing but StoreError, got \(error)")
    }
}
