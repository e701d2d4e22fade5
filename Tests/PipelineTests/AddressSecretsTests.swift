import Pipeline
import Testing

/// How addresses are shown in messages, reports and `earshot feeds check`.
struct AddressSecretsTests {
    @Test(arguments: [
        "https://a.example/feed?tag=c%2B%2B", "https://a.example/?route=%2Fwp&q=%22a%22%2Cb",
        "https://a.example/feed", "no address",
    ])
    func `an address without a secret is shown as it is written`(address: String) {
        #expect(address.withoutSecrets == address)
    }

    @Test(arguments: [
        ("https://a.example/?tag=c%2B%2B&token=abc", "https://a.example/?tag=c%2B%2B&token=hidden"),
        ("https://me:pass@a.example/?tag=c%2B%2B", "https://a.example/?tag=c%2B%2B"),
    ])
    func `a secret is left out, and nothing else is touched`(address: String, shown: String) {
        #expect(address.withoutSecrets == shown)
    }
}
