package io.metaexpert.bind;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * A lookup that may make lambdas in the package of a class. The JDK grants that to code of the same module only, and a class of
 * another class loader is of another unnamed module. There, a class with one method, {@code return MethodHandles.lookup()}, is
 * put beside the class and asked.
 */
final class PackageLookup {
    private static final String NAME = "MetaExpert$Lookup";
    private static final String METHOD = "lookup";
    private static final MethodType TYPE = MethodType.methodType(Lookup.class);

    private PackageLookup() {}

    static Lookup of(Class<?> type) throws Throwable {
        Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        if (lookup.hasFullPrivilegeAccess()) {
            return lookup;
        }
        MethodHandle own = lookup.findStatic(neighbour(lookup, type), METHOD, TYPE);
        return (Lookup) own.invokeExact();
    }

    private static synchronized Class<?> neighbour(Lookup lookup, Class<?> type)
            throws ReflectiveOperationException, IOException {
        String name = type.getPackageName().isEmpty() ? NAME : type.getPackageName() + "." + NAME;
        // To look for it first would open every jar of the class path to find that none has it.
        try {
            return lookup.defineClass(bytes(name.replace('.', '/')));
        } catch (LinkageError definedBefore) {
            return lookup.findClass(name);
        }
    }

    /** A class file of Java 21, as in chapter 4 of the Java Virtual Machine Specification. */
    private static byte[] bytes(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(65);
        writePool(out, name);
        shorts(out, 0x1030, 2, 4, 0, 0, 1); // final, super, synthetic; this; super; interfaces; fields; methods
        shorts(out, 0x0008, 5, 6, 1, 7); // static, name, descriptor, one attribute: the code
        out.writeInt(16);
        shorts(out, 1, 0);
        out.writeInt(4);
        out.writeByte(0xb8); // invokestatic
        out.writeShort(11);
        out.writeByte(0xb0); // areturn
        shorts(out, 0, 0, 0);
        return bytes.toByteArray();
    }

    private static void writePool(DataOutputStream out, String name) throws IOException {
        out.writeShort(12);
        text(out, name);
        reference(out, 7, 1);
        text(out, "java/lang/Object");
        reference(out, 7, 3);
        text(out, METHOD);
        text(out, TYPE.toMethodDescriptorString());
        text(out, "Code");
        text(out, "java/lang/invoke/MethodHandles");
        reference(out, 7, 8);
        reference(out, 12, 5, 6);
        reference(out, 10, 9, 10);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void reference(DataOutputStream out, int tag, int... indices) throws IOException {
        out.writeByte(tag);
        shorts(out, indices);
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
