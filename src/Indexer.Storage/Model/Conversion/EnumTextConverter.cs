using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Indexer.Storage;

/// <summary>Stores an enum as the text that GraphQL shows: <c>StakePool</c> as <c>STAKE_POOL</c>.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class EnumTextConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => EnumText.Of(value), text => EnumText.Parse<TEnum>(text))
    where TEnum : struct, Enum;
