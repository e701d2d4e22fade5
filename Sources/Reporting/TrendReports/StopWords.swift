/// Words that say nothing of a topic, in the languages we read.
enum StopWords {
    static let all = Set(
        (english + " " + polish + " " + latvian).split(separator: " ").map(String.init))

    // MARK: - Private

    private static let english = """
        the and for are but not you all any can had her was one our out has him his how its may new \
        now old see two way who did get got let say she too use that with have this will your from \
        they know want been good much some time very when come here just like long make many more \
        only over such take than them well were what would there their about after again also \
        because before being both could does doing down during each even every few first further \
        into itself most must myself off once other ours same should since still then these those \
        through today under until upon us while whom why yes yet always never really something
        """
    private static let polish = """
        ale albo ani ani bardzo bez bez bo być była było były był będzie będą cała cały chyba choć \
        co coś czy czyli dla dlaczego dlatego dobrze dwa dziś dzisiaj gdy gdyby gdzie gdzieś ich \
        ile im inne innych iż jak jaka jaki jakie jako je jeden jedna jednak jednego jej jemu jest \
        jestem jeszcze jeśli jeżeli już każdy kiedy kto która które którego której który których \
        którym którzy lub ma mają mam mamy mi między mimo mnie mną może można mój moja moje musi my \
        na nad nam nami nas nasz nasza nawet nią nic nich nie niej nim niż nigdy no od oraz on ona \
        one oni ono osoby pan pani po pod ponad ponieważ poza prawie przed przede przez przy raz \
        razem się są sam sama same siebie skąd sobie swoje swoją ta tak taka taki takie także tam \
        te tego tej tel temu ten teraz też to tobie tu tutaj twoje tych tylko tym tę tą u w we wam \
        was wasz wiele więc wszystko wszyscy wszystkich wtedy wy z za zawsze zbyt ze że żeby
        """
    private static let latvian = """
        aiz ap apakš ar arī atkal bet bez bija biji biju bijām būs būšu būt caur dēļ diemžēl diezin \
        droši esam esat esi esmu gan gar iekams iekš iekām iekāms ik ir itin itin ja jau jeb jebšu \
        jel jo joprojām jums jūs jūsu kad kamēr kas katrs kaut ko kopš kur kura kuras kuri kurš kā \
        kādēļ kāpēc lai līdz līdzko man mani manis mans mana manu mēs mums mūsu nav ne nebija nebūs \
        nekad nekas nevis nezin no nu nē otrpus pa par pat pati pats pie pirms pret priekš pār pēc \
        redz sava savs savu starp tad tagad tai taču tam tas tatad te tev tie tikai tikko tiklīdz \
        tiks tika to tomēr tos tu tur turpretī tā tādēļ tādēļ tālab tāpēc tās uz vai vairs vairāk \
        var varbūt vien vienmēr vienīgi viens vis vismaz viss visi visu vēl viņa viņai viņam viņas \
        viņi viņš ļoti šai šie šis šo šodien šī šīs
        """
}
