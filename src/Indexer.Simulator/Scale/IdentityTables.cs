using static Indexer.Simulator.Scale.StorageHasher;
using static Indexer.Simulator.Scale.StorageItem;

namespace Indexer.Simulator.Scale;

/// <summary>The pallet of identities, which is the same in all layouts but for the names of its fields.</summary>
internal static class IdentityTables
{
    private const string Events = """
        IdentitySet(who: AccountId32)
        IdentityCleared(who: AccountId32, deposit: u128)
        IdentityKilled(who: AccountId32, deposit: u128)
        JudgementRequested(who: AccountId32, registrar_index: u32)
        JudgementUnrequested(who: AccountId32, registrar_index: u32)
        JudgementGiven(target: AccountId32, registrar_index: u32)
        RegistrarAdded(registrar_index: u32)
        SubIdentityAdded(sub: AccountId32, main: AccountId32, deposit: u128)
        SubIdentityRemoved(sub: AccountId32, main: AccountId32, deposit: u128)
        SubIdentityRevoked(sub: AccountId32, main: AccountId32, deposit: u128)
        """;

    private const string Calls = """
        add_registrar(account: AccountId32)
        set_identity(info: IdentityInfo)
        set_subs(subs: Vec<(AccountId32,Data)>)
        clear_identity
        request_judgement(reg_index: Compact<u32>, max_fee: Compact<u128>)
        cancel_request(reg_index: u32)
        set_fee(index: Compact<u32>, fee: Compact<u128>)
        set_account_id(index: Compact<u32>, new: AccountId32)
        set_fields(index: Compact<u32>, fields: IdentityFields)
        provide_judgement(reg_index: Compact<u32>, target: MultiAddress, judgement: Judgement)
        kill_identity(target: MultiAddress)
        add_sub(sub: MultiAddress, data: Data)
        rename_sub(sub: MultiAddress, data: Data)
        remove_sub(sub: MultiAddress)
        quit_sub
        """;

    private const string Types = """
        enum Judgement pallet_identity::types::Judgement<Balance:u128> Unknown | FeePaid(u128) | Reasonable | KnownGood | OutOfDate | LowQuality | Erroneous
        struct IdentityFields pallet_identity::types::BitFlags (u64)
        struct IdentityInfo pallet_identity::types::IdentityInfo (additional: Vec<(Data,Data)>, display: Data, legal: Data, web: Data, riot: Data, email: Data, pgp_fingerprint: Option<[u8;20]>, image: Data, twitter: Data)
        struct Registration pallet_identity::types::Registration<Balance:u128> (judgements: Vec<(u32,Judgement)>, deposit: u128, info: IdentityInfo)
        struct RegistrarInfo pallet_identity::types::RegistrarInfo<Balance:u128,AccountId:AccountId32> (account: AccountId32, fee: u128, fields: IdentityFields)
        """;

    public static PalletTable Pallet { get; } =
        new("Identity", 60, "pallet_identity")
        {
            Events = Events,
            Calls = Calls,
            Storage =
            [
                Optional("IdentityOf", "Registration", (Twox64Concat, "AccountId32")),
                Optional("SuperOf", "(AccountId32,Data)", (Blake2Concat, "AccountId32")),
                Defaulted("Registrars", "Vec<Option<RegistrarInfo>>", 1),
            ],
        };

    public static IEnumerable<string> Declarations =>
        Types
            .Split('\n')
            .Append(
                $"enum Data pallet_identity::types::Data None | {string.Join(" | ", Enumerable.Range(0, 33).Select(size => $"Raw{size}([u8;{size}])"))} | BlakeTwo256([u8;32]) | Sha256([u8;32]) | Keccak256([u8;32]) | ShaThree256([u8;32])"
            );
}
