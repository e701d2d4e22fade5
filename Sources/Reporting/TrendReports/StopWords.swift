/// Words of three letters and more that say nothing of a topic, in the languages we read.
package enum StopWords {
    package static let all = Set(
        (english + " " + polish + " " + latvian).split(separator: " ").map(String.init))

    // MARK: - Private

    private static let english = """
        about after again all also always and any are because been before being both but can \
        come could did does doing down during each even every few first for from further get \
        good got had has have her here him his how into its itself just know let like long make \
        many may more most much must myself never new not now off old once one only other our \
        ours out over really same say see she should since some something still such take than \
        that the their them then there these they this those through time today too two under \
        until upon use very want was way well were what when while who whom why will with would \
        yes yet you your
        """
    private static let polish = """
        albo ale ani bardzo bez być był była było były będzie będą cała cały choć chyba coś czy \
        czyli dla dlaczego dlatego dobrze dwa dzisiaj dziś gdy gdyby gdzie gdzieś ich ile inne \
        innych jak jaka jaki jakie jako jeden jedna jednak jednego jej jemu jest jestem jeszcze \
        jeśli jeżeli już każdy kiedy kto która które którego której który których którym którzy \
        lub mają mam mamy mimo między mnie mną moja moje może można musi mój nad nam nami nas \
        nasz nasza nawet nic nich nie niej nigdy nim nią niż ona one oni ono oraz osoby pan pani \
        pod ponad ponieważ poza prawie przed przede przez przy raz razem sam sama same siebie \
        się skąd sobie swoje swoją tak taka taki takie także tam tego tej tel temu ten teraz też \
        tobie tutaj twoje tych tylko tym wam was wasz wiele więc wszyscy wszystkich wszystko \
        wtedy zawsze zbyt żeby
        """
    private static let latvian = """
        aiz apakš arī atkal bet bez bija biji biju bijām būs būt būšu caur diemžēl diezin droši \
        dēļ esam esat esi esmu gan gar iekams iekām iekāms iekš itin jau jeb jebšu jel joprojām \
        jums jūs jūsu kad kamēr kas katrs kaut kopš kur kura kuras kuri kurš kādēļ kāpēc lai \
        līdz līdzko man mana mani manis mans manu mums mēs mūsu nav nebija nebūs nekad nekas \
        nevis nezin otrpus par pat pati pats pie pirms pret priekš pār pēc redz sava savs savu \
        starp tad tagad tai tam tas tatad taču tev tie tika tikai tikko tiklīdz tiks tomēr tos \
        tur turpretī tādēļ tālab tāpēc tās vai vairs vairāk var varbūt vien vienmēr viens \
        vienīgi vis visi vismaz viss visu viņa viņai viņam viņas viņi viņš vēl ļoti šai šie šis \
        šodien šīs
        """
}
