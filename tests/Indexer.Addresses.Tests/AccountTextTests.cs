using FsCheck;
using FsCheck.Fluent;
using Indexer.Domain;

namespace Indexer.Addresses.Tests;

public sealed class AccountTextTests
{
    [Fact]
    public void Every_account_reads_back_from_every_form() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                ArbMap.Default.ArbFor<bool>(),
                (seed, isEvm) =>
                {
                    var bytes = new byte[isEvm ? AccountId.EvmLength : AccountId.SubstrateLength];
                    seed.AsSpan(0, Math.Min(seed.Length, bytes.Length)).CopyTo(bytes);
                    var account = new AccountId(bytes);
                    string[] texts = isEvm
                        ? [AccountText.Format(account), account.ToString(), EvmAddress.Format(account)]
                        :
                        [
                            AccountText.Format(account),
                            account.ToString(),
                            Ss58.Encode(account, 2),
                            Ss58.Encode(account, 1000),
                        ];
                    return texts.All(text => AccountText.Parse(text) == account);
                }
            )
            .QuickCheckThrowOnFailure();
}
