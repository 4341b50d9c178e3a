using Indexer.Simulator.Parachain;

namespace Indexer.Simulator.Identities;

/// <summary>Plans who says when who it is: two registrars first, then now and then somebody.</summary>
internal static class IdentityScript
{
    private static readonly (IdentityActionKind Kind, int Weight)[] Weights =
    [
        (IdentityActionKind.Set, 8),
        (IdentityActionKind.Clear, 1),
        (IdentityActionKind.Kill, 1),
        (IdentityActionKind.Ask, 4),
        (IdentityActionKind.Judge, 5),
        (IdentityActionKind.SetSubs, 2),
        (IdentityActionKind.AddSub, 4),
        (IdentityActionKind.RenameSub, 2),
        (IdentityActionKind.RemoveSub, 1),
        (IdentityActionKind.QuitSub, 1),
        (IdentityActionKind.MoveRegistrar, 1),
    ];

    public static BlockPlan<IdentityActionKind> Write(ulong seed, ParachainProfile profile)
    {
        var plan = new BlockPlan<IdentityActionKind>(profile.Blocks);
        var random = new Prng(Prng.Mix(seed, profile.Name + "/identities"));
        for (var height = 2L; height <= profile.Blocks; height++)
        {
            if (height <= 3)
            {
                plan.Add(height, IdentityActionKind.AddRegistrar, random.Next());
            }
            // As often in long worlds as in short ones: about sixty times, sometimes twice in a block.
            for (var count = 0; count < 2 && random.Below(profile.Blocks) < 45; count++)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
        }
        return plan;
    }
}
