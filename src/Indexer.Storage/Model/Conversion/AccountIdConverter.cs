using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Indexer.Storage;

/// <summary>Stores an account as its bytes.</summary>
internal sealed class AccountIdConverter()
    : ValueConverter<AccountId, byte[]>(account => account.ToArray(), bytes => new AccountId(bytes));
