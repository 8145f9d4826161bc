import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.H_INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Gives the compiled classes of a folder plain code instead of {@code invokedynamic}, which Java
 * links anew in each run: a lambda becomes a class, and a record's methods get bodies. Linking was
 * more than half of the time that a run over one file took.
 */
final class PlainCode {

  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type BUILDER = Type.getType(StringBuilder.class);
  private static final String CAPTURED = "captured";

  private final Map<String, ClassNode> classes;
  private final ClassNode host;
  private int lambdas;

  private PlainCode(Map<String, ClassNode> classes, ClassNode host) {
    this.classes = classes;
    this.host = host;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    Map<String, ClassNode> classes = new TreeMap<>();
    for (Path file : files) {
      ClassNode node = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(node, 0);
      classes.put(node.name, node);
    }
    int rewritten = 0;
    for (ClassNode host : List.copyOf(classes.values())) {
      rewritten += new PlainCode(classes, host).rewrite();
    }
    if (rewritten == 0) {
      return; // They were rewritten before.
    }
    for (ClassNode node : classes.values()) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      node.accept(writer);
      Files.write(folder.resolve(node.name + ".class"), writer.toByteArray());
    }
  }

  private int rewrite() {
    int rewritten = 0;
    for (MethodNode method : List.copyOf(host.methods)) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
          replace(dynamic, method);
          rewritten++;
        }
      }
    }
    return rewritten;
  }

  private void replace(InvokeDynamicInsnNode dynamic, MethodNode method) {
    switch (dynamic.bsm.getOwner() + "." + dynamic.bsm.getName()) {
      case "java/lang/invoke/LambdaMetafactory.metafactory":
        method.instructions.set(dynamic, makeLambda(dynamic));
        break;
      case "java/lang/runtime/ObjectMethods.bootstrap":
        writeRecordMethod(method);
        break;
      default:
        throw new IllegalStateException(host.name + " needs " + dynamic.bsm);
    }
  }

  /** The call that takes what a lambda captures from the stack and leaves the lambda there. */
  private MethodInsnNode makeLambda(InvokeDynamicInsnNode dynamic) {
    ClassNode lambda = new ClassNode();
    lambda.version = host.version;
    lambda.access = ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
    lambda.name = host.name + "$lambda$" + lambdas++;
    lambda.superName = OBJECT.getInternalName();
    lambda.interfaces.add(Type.getReturnType(dynamic.desc).getInternalName());
    joinNest(lambda);
    Type self = Type.getObjectType(lambda.name);
    Type[] captured = Type.getArgumentTypes(dynamic.desc);
    Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
    Method make = new Method("make", Type.getReturnType(dynamic.desc), captured);

    GeneratorAdapter code = method(lambda, 0, constructor);
    code.loadThis();
    code.invokeConstructor(OBJECT, Method.getMethod("void <init>()"));
    for (int i = 0; i < captured.length; i++) {
      lambda.visitField(ACC_FINAL, CAPTURED + i, captured[i].getDescriptor(), null, null);
      code.loadThis();
      code.loadArg(i);
      code.putField(self, CAPTURED + i, captured[i]);
    }
    end(code);

    code = method(lambda, ACC_STATIC, make);
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, constructor);
    end(code);

    Method called = new Method(dynamic.name, ((Type) dynamic.bsmArgs[0]).getDescriptor());
    call(method(lambda, ACC_PUBLIC, called), called, self, captured, dynamic);
    return new MethodInsnNode(INVOKESTATIC, lambda.name, make.getName(), make.getDescriptor());
  }

  /** What the lambda does when it is called: calls the method that holds its body. */
  private static void call(
      GeneratorAdapter code,
      Method called,
      Type self,
      Type[] captured,
      InvokeDynamicInsnNode dynamic) {
    Handle body = (Handle) dynamic.bsmArgs[1];
    Type[] given = ((Type) dynamic.bsmArgs[2]).getArgumentTypes();
    List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    Type owner = Type.getObjectType(body.getOwner());
    boolean makes = body.getTag() == H_NEWINVOKESPECIAL;
    if (makes) {
      code.newInstance(owner);
      code.dup();
    } else if (body.getTag() != H_INVOKESTATIC) {
      wanted.add(0, owner);
    }
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, CAPTURED + i, captured[i]);
    }
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      convert(code, called.getArgumentTypes()[i], given[i]);
      convert(code, given[i], wanted.get(captured.length + i));
    }
    if (makes) {
      code.invokeConstructor(owner, new Method(body.getName(), body.getDesc()));
    } else {
      code.visitMethodInsn(
          opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    }
    Type answer = makes ? owner : Type.getReturnType(body.getDesc());
    if (called.getReturnType() == Type.VOID_TYPE) {
      discard(code, answer);
    } else {
      convert(code, answer, ((Type) dynamic.bsmArgs[2]).getReturnType());
    }
    end(code);
  }

  /** A private method is called like any other by the classes of its nest. */
  private static int opcode(Handle body) {
    if (body.getTag() == H_INVOKESTATIC) {
      return INVOKESTATIC;
    }
    return body.isInterface() || body.getTag() == H_INVOKEINTERFACE
        ? INVOKEINTERFACE
        : INVOKEVIRTUAL;
  }

  private static void discard(GeneratorAdapter code, Type answer) {
    if (answer.getSize() == 2) {
      code.pop2();
    } else if (answer.getSize() == 1) {
      code.pop();
    }
  }

  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (!from.equals(to)) {
      code.unbox(to); // Which casts to what is no primitive.
    }
  }

  private void joinNest(ClassNode lambda) {
    ClassNode nest = host.nestHostClass == null ? host : classes.get(host.nestHostClass);
    lambda.nestHostClass = nest.name;
    if (nest.nestMembers == null) {
      nest.nestMembers = new ArrayList<>();
    }
    nest.nestMembers.add(lambda.name);
    classes.put(lambda.name, lambda);
  }

  private void writeRecordMethod(MethodNode method) {
    method.instructions.clear();
    if (host.recordComponents == null) {
      host.recordComponents = List.of(); // It has none.
    }
    GeneratorAdapter code = new GeneratorAdapter(method, method.access, method.name, method.desc);
    switch (method.name) {
      case "equals":
        writeEquals(code, method);
        break;
      case "hashCode":
        writeHashCode(code);
        break;
      default:
        writeToString(code);
    }
    end(code);
  }

  private void writeEquals(GeneratorAdapter code, MethodNode method) {
    Label different = new Label();
    code.loadArg(0);
    code.instanceOf(self());
    code.ifZCmp(GeneratorAdapter.EQ, different);
    for (RecordComponentNode component : host.recordComponents) {
      Type type = Type.getType(component.descriptor);
      load(code, component);
      code.loadArg(0);
      code.checkCast(self());
      code.getField(self(), component.name, type);
      if (isPrimitive(type)) {
        code.invokeStatic(
            wrapper(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
        code.ifZCmp(GeneratorAdapter.NE, different);
      } else {
        code.invokeStatic(
            Type.getObjectType("java/util/Objects"),
            Method.getMethod("boolean equals(Object, Object)"));
        code.ifZCmp(GeneratorAdapter.EQ, different);
      }
    }
    code.push(true);
    code.returnValue();
    code.mark(different);
    method.visitFrame(F_SAME, 0, null, 0, null);
    code.push(false);
  }

  private void writeHashCode(GeneratorAdapter code) {
    code.push(0);
    for (RecordComponentNode component : host.recordComponents) {
      Type type = Type.getType(component.descriptor);
      code.push(31);
      code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
      load(code, component);
      code.invokeStatic(
          isPrimitive(type) ? wrapper(type) : Type.getObjectType("java/util/Objects"),
          new Method("hashCode", Type.INT_TYPE, new Type[] {isPrimitive(type) ? type : OBJECT}));
      code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
    }
  }

  private void writeToString(GeneratorAdapter code) {
    code.newInstance(BUILDER);
    code.dup();
    code.invokeConstructor(BUILDER, Method.getMethod("void <init>()"));
    String before =
        host.name.substring(Math.max(host.name.lastIndexOf('/'), host.name.lastIndexOf('$')) + 1)
            + "[";
    for (RecordComponentNode component : host.recordComponents) {
      append(code, before + component.name + "=");
      load(code, component);
      Type type = Type.getType(component.descriptor);
      if (isPrimitive(type)) {
        code.valueOf(type);
      }
      append(code, OBJECT);
      before = ", ";
    }
    append(code, host.recordComponents.isEmpty() ? before + "]" : "]");
    code.invokeVirtual(BUILDER, Method.getMethod("String toString()"));
  }

  private static void append(GeneratorAdapter code, String text) {
    code.push(text);
    append(code, Type.getType(String.class));
  }

  private static void append(GeneratorAdapter code, Type type) {
    code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {type}));
  }

  private void load(GeneratorAdapter code, RecordComponentNode component) {
    code.loadThis();
    code.getField(self(), component.name, Type.getType(component.descriptor));
  }

  private Type self() {
    return Type.getObjectType(host.name);
  }

  private static Type wrapper(Type primitive) {
    return Type.getType(
        MethodType.fromMethodDescriptorString("()" + primitive.getDescriptor(), null)
            .wrap()
            .returnType());
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() <= Type.DOUBLE;
  }

  private static GeneratorAdapter method(ClassNode owner, int access, Method method) {
    return new GeneratorAdapter(
        owner.visitMethod(access, method.getName(), method.getDescriptor(), null, null),
        access,
        method.getName(),
        method.getDescriptor());
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }
}
