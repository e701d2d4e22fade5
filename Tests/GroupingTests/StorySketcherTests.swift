import Grouping
import Model
import Testing
import Tokenizing

struct StorySketcherTests {
    private let release = """
        Zefirnet wprowadza taryfę Bryza 5G dla klientów indywidualnych w Polsce i na Łotwie. Nowa \
        oferta obejmuje nielimitowane rozmowy, 120 gigabajtów transmisji danych oraz roaming w \
        całej Unii bez dopłat. Jak podkreśla zarząd spółki, klienci od miesięcy prosili o prostszą \
        umowę, którą da się przeczytać przy jednej kawie. Taryfa rusza pierwszego grudnia.
        """

    private func signature(_ text: String, link: String? = nil) -> StorySignature {
        StorySketcher.signature(of: Words(of: text), link: link)
    }

    @Test func `a reprint with its own opening is the same story`() {
        let reprint = "Kolejny operator upraszcza ofertę. " + release + " Czekamy na Wasze opinie."
        let similarity = signature(release).similarity(to: signature(reprint))
        #expect(similarity > StorySignature.threshold)
        #expect(!Set(signature(release).bands).isDisjoint(with: signature(reprint).bands))
    }

    @Test func `an own text about the same event is another story`() {
        let opinion = """
            No i mamy nową taryfę Zefirnetu. Bryza 5G wygląda nieźle na papierze, ale sto dwadzieścia \
            gigabajtów przy moim oglądaniu seriali skończy się w połowie miesiąca, a roaming i tak \
            miałem w poprzednim planie, więc właściwie nie wiem, za co mam dopłacać dychę.
            """
        #expect(signature(release).similarity(to: signature(opinion)) < 0.1)
    }

    @Test(arguments: [24, 25, 300])
    func `a sketch has the least hash of any triple at each place`(count: Int) {
        func mix(_ value: UInt64) -> UInt64 {
            var mixed = value &+ 0x9E37_79B9_7F4A_7C15
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        let words = Words(of: (0..<count).map { "word\($0)" }.joined(separator: ", "))
        let hashes = words.filter { $0.kind == .word }.map(\.hash)
        #expect(hashes.count == count)
        let triples = (0...count - 3).map {
            mix(hashes[$0] &+ mix(hashes[$0 + 1] &+ mix(hashes[$0 + 2])))
        }
        let minima = (1...UInt64(StorySignature.size)).map { seed in
            triples.map { UInt32(mix($0 ^ mix(seed)) >> 32) }.min()
        }
        #expect(StorySketcher.signature(of: words, link: nil).minima == minima)
    }

    @Test func `short posts are never near-copies`() {
        let post = signature("Zefirnet znowu nie działa w Gdańsku")
        #expect(post.minima.isEmpty)
        #expect(post.similarity(to: post) == 0)
        #expect(post.bands.isEmpty)
    }

    @Test(arguments: [
        ("https://www.News.example/a/?utm_source=x&id=7&fbclid=1", "news.example/a?id=7"),
        ("http://news.example/a", "news.example/a"),
        ("https://forum.example/t/5#p12", "forum.example/t/5#p12"),
        ("https://news.example?ref=feed", "news.example"),
    ])
    func `copies of a link have one key`(link: String, key: String) {
        #expect(StorySketcher.linkKey(link) == key)
    }

    @Test func `what is no address has no key`() {
        #expect(StorySketcher.linkKey("news.example/a") == nil)
    }
}
